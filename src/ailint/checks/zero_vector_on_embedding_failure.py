"""Made-up vectors that stand in for texts whose embedding failed."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.calling import callers
from ailint.checks.embeds import EMBEDS, Embeds
from ailint.checks.handlers import handlers
from ailint.checks.placeholders import is_empty, is_placeholder
from ailint.checks.told import ADDING, within
from ailint.facts import (
    Block,
    CallResult,
    Choice,
    Collection,
    Comprehension,
    Item,
    Literal,
    Operation,
    Place,
    Ref,
    Related,
    Step,
    Value,
    Verdict,
    satisfied,
    violated,
)
from ailint.project.things import CallRef, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.bindings import Bindings

DOUBLES = re.compile(r"fake|mock|dummy|stub|(?:^|[._])test", re.IGNORECASE)
NO_VECTORS = re.compile(r"score|similar|rank|distance|probab|logit", re.IGNORECASE)
VECTOR_NAME = re.compile(r"^[a-z_]*(?:embeddings?|vectors?|embed_map|vec)$", re.IGNORECASE)
SIFTING = frozenset({"any", "norm", "count_nonzero"})
TESTS = frozenset({"if", "else", "while", "comprehension"})
MESSAGE = "Where this embedding fails, {what} takes the place of the text's vector, and nothing tells it from a real one"


def zero_vector_on_embedding_failure(project: Project) -> Iterator[Verdict]:
    """What could not be embedded gets no vector."""
    embeds = Embeds(project)
    for path in sorted(embeds.reach.files.union(project.vocabulary.files_matching(EMBEDS))):
        if project.role(path) in {"test", "generated", "vendored"}:
            continue
        bindings = project.resolver.bindings(path)
        for block, _ in handlers(bindings.facts):
            call = embeds.within(bindings, bindings.facts.blocks[block].owner)
            if call is not None and not is_exempt(bindings, bindings.facts.blocks[block].scope):
                yield judged(project, bindings, block, call)
        yield from (*fallbacks(project, bindings, embeds), *branches(project, bindings, embeds))


def is_exempt(bindings: Bindings, scope: int) -> bool:
    """Whether a function is a test double, or gives back scores rather than vectors, by what it is called."""
    symbol = bindings.facts.scopes[scope].symbol
    return bool(DOUBLES.search(symbol) or NO_VECTORS.search(bindings.facts.scopes[scope].name))


def judged(project: Project, bindings: Bindings, block: int, call: CallRef) -> Verdict:
    """The verdict on one handler of a failed embedding."""
    related = (Related(project.flow.call_place(call), "this is what fails"),)
    for step, what in substitutes(project, bindings, block):
        if not sifted(project, bindings, block):
            return violated(place_of(bindings, step), MESSAGE.format(what=what), related=related)
    return satisfied(Place(bindings.path, bindings.facts.blocks[block].span, symbol(bindings, block)), "no vector is made up", related=related)


def place_of(bindings: Bindings, step: Step) -> Place:
    """Where a statement stands."""
    return Place(bindings.path, step.span, bindings.facts.scopes[step.scope].symbol)


def symbol(bindings: Bindings, block: int) -> str:
    """The function around a block."""
    return bindings.facts.scopes[bindings.facts.blocks[block].scope].symbol


def substitutes(project: Project, bindings: Bindings, block: int) -> Iterator[tuple[Step, str]]:
    """The statements that put something in the place of the vector: in the handler, after it, or before the attempt."""
    inside = set(bindings.inside(block))
    leaves = False
    for index, step in enumerate(bindings.facts.steps):
        if step.block not in inside:
            continue
        leaves = leaves or step.kind in {"raise", "return"}
        spot = Spot(bindings.path, step.scope, step.block, index)
        if any(is_placeholder(project, value, spot) for value in handed_on(bindings, step)):
            yield step, "a made-up vector"
        elif any(is_empty(value) for value in added(bindings, step)) or (is_empty(step.value) and stored_empty(project, bindings, step)):
            yield step, "an empty list"
    if not leaves:
        yield from around(project, bindings, block)


def handed_on(bindings: Bindings, step: Step) -> Iterator[Value]:
    """What a statement returns, yields, keeps or puts into a container."""
    if step.value is not None and step.kind in {"return", "yield", "bind", "augment"}:
        yield step.value
    yield from added(bindings, step)


def added(bindings: Bindings, step: Step) -> Iterator[Value]:
    """What a statement puts into a container: `vectors.append(x)`."""
    if step.kind == "expression" and isinstance(step.value, CallResult):
        call = bindings.facts.calls[step.value.call]
        if call.name in ADDING:
            yield from call.args


def around(project: Project, bindings: Bindings, block: int) -> Iterator[tuple[Step, str]]:
    """What stands in for the vector outside a handler that falls through: a return after it, or what the variable held before."""
    owner = bindings.facts.blocks[block].owner
    outer = bindings.around(bindings.facts.blocks[owner].parent)
    scope = bindings.facts.blocks[block].scope
    end = bindings.facts.blocks[block].span.end_line
    start = bindings.facts.blocks[owner].span.line
    tried = {name for name in (target(bindings.facts.steps[i]) for i in steps_in(bindings, owner)) if name}
    for index in bindings.steps_by_scope.get(scope, ()):
        step = bindings.facts.steps[index]
        if step.value is None or step.block not in outer:
            continue
        later = step.kind == "return" and step.span.line > end
        before = step.kind == "bind" and step.span.line < start and target(step) in tried
        if (later or before) and is_placeholder(project, step.value, Spot(bindings.path, scope, step.block, index)):
            yield step, "a made-up vector"


def steps_in(bindings: Bindings, block: int) -> Iterator[int]:
    """The assignments anywhere inside a block, by index."""
    inside = set(bindings.inside(block))
    yield from (index for index, step in enumerate(bindings.facts.steps) if step.block in inside and step.kind == "bind")


def target(step: Step) -> str:
    """The variable that a statement binds, or puts an item into."""
    held = step.target.base if isinstance(step.target, Item) else step.target
    return held.name if isinstance(held, Ref) else ""


def stored_empty(project: Project, bindings: Bindings, step: Step) -> bool:
    """Whether an empty list that is returned is written to a store, or put into a container, by a caller who never looks at it."""
    if step.kind != "return":
        return False
    return any(writes_unseen(project, ref) for ref in callers(project, bindings.path, step.scope) or ())


def writes_unseen(project: Project, ref: CallRef) -> bool:
    """Whether a caller hands the result of a call to a vector store in the same function, and no condition asks about it."""
    bindings = project.resolver.bindings(ref.path)
    call = project.resolver.call(ref)
    step = bindings.facts.steps[call.step]
    if step.kind != "bind" or step.value != CallResult(ref.index) or not isinstance(step.target, Ref):
        return False
    name = step.target.name
    if any(asks_about(bindings, block.value, name) for block in bindings.facts.blocks if block.scope == call.scope):
        return False
    writes = (site for site in project.calls_in(ref.path, "vector.write") if site.call.scope == call.scope)
    return any(asks_about(bindings, CallResult(site.ref.index), name) for site in writes)


def asks_about(bindings: Bindings, value: Value | None, name: str) -> bool:
    """Whether a value, or what is handed to a call in it, holds a variable."""
    return value is not None and any(isinstance(part, Ref) and part.name.partition(".")[0] == name for part in within(bindings, value))


def sifted(project: Project, bindings: Bindings, block: int) -> bool:
    """Whether vectors of nothing are looked for in the function or by its callers, so that they can be left out."""
    scope = bindings.facts.blocks[block].scope
    known = [(bindings, scope)]
    known += [(project.resolver.bindings(ref.path), project.resolver.call(ref).scope) for ref in callers(project, bindings.path, scope) or ()]
    return any(sifts(here, index) for here, index in known)


def sifts(bindings: Bindings, scope: int) -> bool:
    """Whether a condition of a function asks whether a vector holds anything."""
    for index, call in enumerate(bindings.facts.calls):
        if call.scope == scope and call.name in SIFTING:
            if bindings.facts.blocks[call.block].kind == "comprehension":
                return True
            tests = (block.value for block in bindings.facts.blocks if block.scope == scope and block.kind in TESTS and block.value is not None)
            if any(CallResult(index) in list(within(bindings, test)) for test in tests):
                return True
    return False


def fallbacks(project: Project, bindings: Bindings, embeds: Embeds) -> Iterator[Verdict]:
    """Made-up vectors in the place of an answer without one: `embed(x) or [0.0] * 8`, `answer.get("embedding", [0.0] * 8)`."""
    for value, spot in bindings.composed if bindings.path in embeds.by_file else ():
        if isinstance(value, Choice) and not is_exempt(bindings, spot.scope):
            calls = (embedding_in(bindings, option, embeds) for option in value.options)
            ref = next((found for found in calls if found is not None), None)
            if ref is not None and any(is_placeholder(project, option, spot) for option in value.options):
                yield stands_in(project, bindings, spot, ref)
    for index, call in enumerate(bindings.facts.calls):
        if len(call.args) > 1 and call.name == "get" and is_vector_key(call.args[:1]):
            spot = Spot(bindings.path, call.scope, call.block, call.step)
            if any(is_placeholder(project, value, spot) for value in call.args[1:]):
                yield stands_in(project, bindings, spot, CallRef(bindings.path, index))


def branches(project: Project, bindings: Bindings, embeds: Embeds) -> Iterator[Verdict]:
    """Made-up vectors in a branch that is taken where an embedding gave nothing: `if vector: … else: …`."""
    asking = embedding_calls(bindings, embeds)
    for block, here in enumerate(bindings.facts.blocks):
        call = asked_about(bindings, here, asking.get(here.scope, []))
        if call is None:
            continue
        for index in bindings.steps_by_block.get(block, ()):
            step, spot = bindings.facts.steps[index], Spot(bindings.path, here.scope, block, index)
            written = embeds.reach.call(call) or spelled_out(bindings, step)
            if written and any(is_placeholder(project, value, spot) for value in handed_on(bindings, step)):
                yield stands_in(project, bindings, spot, call)


def embedding_calls(bindings: Bindings, embeds: Embeds) -> dict[int, list[CallRef]]:
    """Function → its calls that embed text, those left out that are exempt."""
    found: dict[int, list[CallRef]] = {}
    for ref in embeds.by_file.get(bindings.path, ()):
        scope = bindings.facts.calls[ref.index].scope
        if not is_exempt(bindings, scope):
            found.setdefault(scope, []).append(ref)
    return found


def spelled_out(bindings: Bindings, step: Step) -> bool:
    """Whether a statement writes the numbers as a list, as nobody does for tensors inside a model."""
    return any(isinstance(value, Operation | Comprehension | Collection) for value in handed_on(bindings, step))


def asked_about(bindings: Bindings, branch: Block, calls: list[CallRef]) -> CallRef | None:
    """Which embedding call of the function it is whose result, by assignment or by name, the condition of a branch asks about."""
    if not calls or branch.kind not in {"if", "else"} or branch.value is None:
        return None
    names = {part.name for part in within(bindings, branch.value) if isinstance(part, Ref)}
    heads = {name.partition(".")[0] for name in names}
    assigned = (ref for ref in calls if target(bindings.facts.steps[bindings.facts.calls[ref.index].step]) in heads)
    return next(assigned, calls[0] if any(VECTOR_NAME.search(name) for name in names) else None)


def is_vector_key(keys: tuple[Value, ...]) -> bool:
    """Whether an entry holds a vector, by its name."""
    return any(isinstance(key, Literal) and isinstance(key.value, str) and EMBEDS.search(key.value) for key in keys)


def embedding_in(bindings: Bindings, value: Value, embeds: Embeds) -> CallRef | None:
    """The embedding call that a value is, or is taken from."""
    refs = (CallRef(bindings.path, part.call) for part in within(bindings, value) if isinstance(part, CallResult))
    return next((ref for ref in refs if ref in embeds), None)


def stands_in(project: Project, bindings: Bindings, spot: Spot, call: CallRef) -> Verdict:
    """The verdict on a vector that is used where the answer holds none."""
    step = bindings.facts.steps[spot.at]
    return violated(
        place_of(bindings, step),
        MESSAGE.format(what="a made-up vector"),
        related=(Related(project.flow.call_place(call), "the vector is asked for here"),),
    )
