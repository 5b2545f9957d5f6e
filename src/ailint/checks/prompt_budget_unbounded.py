"""Conversations and documents that go to the model whole, however long they get."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import (
    Attribute,
    Collection,
    Comprehension,
    Item,
    Literal,
    Operation,
    Ref,
    Related,
    Spread,
    Unknown,
    Verdict,
    satisfied,
    violated,
)
from ailint.project.flow.trace import is_slice
from ailint.project.prompts import messages
from ailint.project.templates import receiver
from ailint.project.things import CallRef, External, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Value
    from ailint.project import Project
    from ailint.project.bindings import Bindings
    from ailint.project.sites import Site

GROWING = frozenset({"append", "extend", "insert", "add"})
SHRINKING = frozenset({"pop", "popleft", "remove"})
TRIMMING = re.compile(
    r"trim|truncat|prun|compact|summari[sz]e|condens|shorten|count_tokens|num_tokens|token_count|tokens_from|window|max_history", re.IGNORECASE
)
CONSOLE = frozenset({"builtins.input"})
TURNS = frozenset({"for", "while", "comprehension"})
FARTHEST = 3
HISTORY = "This conversation grows with every turn and goes to the model whole: nothing cuts, summarises or counts it"
WHOLE = "A whole document goes into this prompt, however long it is: nothing cuts or counts it"


def prompt_budget_unbounded(project: Project) -> Iterator[Verdict]:
    """What grows, conversations and documents, is cut to a budget before it goes to the model."""
    yield from conversations(project)
    yield from documents(project)


# conversations


def conversations(project: Project) -> Iterator[Verdict]:
    """Conversations that outlive the function that sends them."""
    seen: set[tuple[str, str]] = set()
    for site in project.calls("llm.chat", "agent.run"):
        sent = project.given(site, "messages") or project.given(site, "prompt")
        bindings = project.resolver.bindings(site.path)
        for held in lists_in(bindings, sent, site.spot, 0) if sent is not None else ():
            name = written(held)
            grown = growth(bindings, name)
            if (site.path, name) in seen or not outlives(bindings, held, site) or not grown or talks_to_console(project, site.path):
                continue
            seen.add((site.path, name))
            related = tuple(Related(project.flow.call_place(ref), "it grows here") for ref in grown[:1])
            if shrinks(bindings, name) or trims(project, site):
                yield satisfied(site.place, "the conversation is kept short", related=related)
            else:
                yield violated(site.place, HISTORY, related=related)


def lists_in(bindings: Bindings, value: Value, spot: Spot, depth: int) -> Iterator[Value]:
    """The lists that a list of messages is made of, whole: names, spreads, sums, and what each message is made over from."""
    match value:
        case Ref() if "." not in value.name and depth < FARTHEST and (known := bound(bindings, value, spot)):
            for inner, here in known:
                yield from lists_in(bindings, inner, here, depth + 1)
        case Ref() | Item(key=Literal()) | Attribute() | Item(key=Ref()):
            yield value
        case Collection(items=parts):
            yield from (found for part in parts if isinstance(part, Spread) for found in lists_in(bindings, part.value, spot, depth + 1))
        case Operation(operator="+", operands=parts):
            yield from (found for part in parts for found in lists_in(bindings, part, spot, depth + 1))
        case Comprehension(source=source):
            yield from lists_in(bindings, source, spot, depth + 1)


def bound(bindings: Bindings, ref: Ref, spot: Spot) -> list[tuple[Value, Spot]]:
    """What a local variable was last bound to."""
    known = bindings.reaching(bindings.names.get((spot.scope, ref.name), []), spot.block, spot.at) if spot.scope > 0 else []
    return [(b.value, Spot(spot.path, b.scope, b.block, b.step)) for b in known if b.value is not None]


def written(value: Value) -> str:
    """A name for where a list is kept, attributes and keys alike: `state.messages` and `state["messages"]`."""
    match value:
        case Ref(name=name):
            return name
        case Attribute(base=base, name=name):
            return f"{written(base)}.{name}"
        case Item(base=base, key=Literal(value=key)):
            return f"{written(base)}.{key}"
        case Item(base=base):
            return f"{written(base)}[]"
        case _:
            return ""


def outlives(bindings: Bindings, held: Value, site: Site) -> bool:
    """Whether a list is kept after the call: in an object, a session or the module, and is not made anew in the function that sends it."""
    name = written(held)
    head = name.partition(".")[0].removesuffix("[]")
    steps = (bindings.facts.steps[index] for index in bindings.steps_by_scope.get(site.call.scope, ()))
    own = {written(step.target) for step in steps if step.kind == "bind" and step.target is not None}
    if not name or (name in own and site.call.scope > 0):
        return False
    scope = bindings.binding_scope(site.call.scope, head)
    if name != head:
        parameter = any(parameter.name == head for parameter in bindings.facts.scopes[site.call.scope].parameters)
        return bindings.method_owner(site.call.scope, head) is not None or (not parameter and scope == 0)
    return scope == 0 and site.call.scope > 0 and (0, name) in bindings.names


def growth(bindings: Bindings, name: str) -> list[CallRef]:
    """The calls inside functions, or in a page that runs again and again, that make a list longer."""
    calls = [(index, call) for index, call in enumerate(bindings.facts.calls) if call.name in GROWING]
    grown = [index for index, call in calls if is_called(bindings, receiver(call.func), name, call.scope)]
    return [CallRef(bindings.path, index) for index in grown if bindings.facts.scopes[bindings.facts.calls[index].scope].name != "__init__"]


def is_called(bindings: Bindings, value: Value | None, name: str, scope: int) -> bool:
    """Whether a value is the list of a name, or a variable that stands for it."""
    if value is None:
        return False
    if written(value) == name:
        return True
    known = bindings.names.get((scope, value.name), ()) if isinstance(value, Ref) else ()
    return any(binding.value is not None and written(binding.value) == name for binding in known)


def shrinks(bindings: Bindings, name: str) -> bool:
    """Whether part of a list is taken or thrown away somewhere in the file."""
    if any(call.name in SHRINKING and is_called(bindings, receiver(call.func), name, call.scope) for call in bindings.facts.calls):
        return True
    sliced = (value for value, _ in bindings.values if isinstance(value, Item) and isinstance(value.key, Unknown))
    deleted = (step.target for step in bindings.facts.steps if step.kind == "delete" and isinstance(step.target, Collection))
    cut = (item.base for target in deleted for item in target.items if isinstance(item, Item))
    return any(written(value.base) == name for value in sliced) or any(written(base) == name for base in cut)


def trims(project: Project, site: Site) -> bool:
    """Whether the sub-project counts tokens, or calls something that is named for keeping text short."""
    own = project.subproject_of(site.path)
    named = (ref for name, refs in project.resolver.calls_by_tail.items() if TRIMMING.search(name) for ref in refs)
    counted = (other.ref for other in project.calls("llm.count", "usage.counter"))
    return any(project.subproject_of(ref.path) == own for ref in (*counted, *named))


def talks_to_console(project: Project, path: str) -> bool:
    """Whether a file is a conversation at the console, which ends with the process."""
    refs = (CallRef(path, index) for index, call in enumerate(project.python[path].calls) if call.name == "input")
    return any(isinstance(thing, External) and thing.origin in CONSOLE for ref in refs for thing in project.resolver.callee(ref))


# documents


def documents(project: Project) -> Iterator[Verdict]:
    """Prompts that a file's text is put into."""
    seen: set[object] = set()
    for message in messages(project):
        for trace in project.flow.sources(message.content, message.spot):
            loaded = project.sites.at(trace.ref) if trace.ref is not None and trace.kind == "retrieved" else None
            if loaded is None or loaded.role != "document.load" or trace.ref in seen:
                continue
            seen.add(trace.ref)
            related = (Related(loaded.place, "the document is read here"),)
            if repeated(project, message.spot) or any(is_cut(project, place.path) for place in trace.path) or trims(project, loaded):
                yield satisfied(message.place, "the document is taken in parts", related=related)
            else:
                yield violated(message.place, WHOLE, related=related)


def repeated(project: Project, spot: Spot) -> bool:
    """Whether a place, or a call of its function, is in a loop: one prompt a page."""
    callers = project.resolver.callers(spot.path, spot.scope) if spot.scope > 0 else ()
    places = [(spot.path, spot.block), *((ref.path, project.resolver.call(ref).block) for ref in callers or ())]
    return any(next(project.resolver.bindings(path).enclosing(block, TURNS), None) is not None for path, block in places)


def is_cut(project: Project, path: str) -> bool:
    """Whether a file takes slices of anything, or splits text into chunks."""
    bindings = project.resolver.bindings(path)
    if any(isinstance(value, Item) and is_slice(value.key) for value, _ in bindings.values):
        return True
    return any(True for _ in project.calls_in(path, "chunk.split"))
