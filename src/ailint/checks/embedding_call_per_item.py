"""Embedding calls that take one item each, in a loop."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.repetition import LOOPS
from ailint.facts import Attribute, Block, CallResult, Collection, Item, Literal, Place, Ref, Related, Value, Verdict, satisfied, violated
from ailint.project.nesting import all_in
from ailint.project.things import CallRef, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ailint.facts import Call
    from ailint.project import Project

BATCHES = re.compile(r"batch|group|slice|window|bucket|part|shard|page_of|block")
DEEPEST = 3
START_STOP_STEP = 3
BATCHING = frozenset({"batched", "chunked", "array_split", "split", "grouper", "batch_iterate", "minibatch"})


def embedding_call_per_item(project: Project) -> Iterator[Verdict]:
    """A call that makes vectors is given as many texts as it takes, not one in each turn of a loop."""
    for site in project.calls("embed.call"):
        value = project.given(site, "input")
        if value is None:
            continue
        loop = own_loop(project, site.ref, value)
        if loop is not None:
            related = (Related(loop, "this loop makes one call an item"),)
            yield violated(site.place, "One embedding call an item: the loop pays the round trip for each text", related=related)
        else:
            yield satisfied(site.place, "called once for many texts, or for one question")


def own_loop(project: Project, ref: CallRef, value: Value) -> Place | None:
    """The loop whose single items the call is given, where there is one."""
    bindings = project.resolver.bindings(ref.path)
    call = project.resolver.call(ref)
    for block in bindings.enclosing(call.block, LOOPS):
        names = set(targets(block))
        if names and not batched(bindings.facts.calls, block, names) and is_item(project, value, project.resolver.spot(ref), names):
            return Place(ref.path, block.span, bindings.facts.scopes[call.scope].symbol)
    return None


def targets(block: Block) -> Iterator[str]:
    """Names of the loop's variables."""
    if block.target is not None:
        yield from (part.name for part in all_in(block.target) if isinstance(part, Ref))


def batched(calls: Sequence[Call], block: Block, names: set[str]) -> bool:
    """Whether the loop goes over batches: by what makes them, by a step, or by what they are called."""
    if any(BATCHES.search(name.lower()) for name in names):
        return True
    source = block.value
    if isinstance(source, CallResult):
        call = calls[source.call]
        return call.name in BATCHING or (call.name in {"range", "trange"} and len(call.args) == START_STOP_STEP)
    return isinstance(source, Ref) and bool(BATCHES.search(source.name.lower()))


def is_item(project: Project, value: Value, spot: Spot, names: set[str], depth: int = 0) -> bool:
    """Whether the value is one item: the loop's variable, a part of it, a list of it alone."""
    match value:
        case Ref(name=name):
            given = bound(project, name, spot) if depth < DEEPEST and "." not in name else ()
            return name.partition(".")[0] in names or any(is_item(project, inner, here, names, depth + 1) for inner, here in given)
        case Attribute(base=inner) | Collection(items=(inner,)):
            return is_item(project, inner, spot, names, depth)
        case Item(key=Ref(name=number)):
            return number.partition(".")[0] in names
        case Item(base=base, key=Literal()):
            return is_item(project, base, spot, names, depth)
        case CallResult(call=call):
            return reshaped(project, call, spot, names, depth)
        case _:
            return False


def reshaped(project: Project, call: int, spot: Spot, names: set[str], depth: int) -> bool:
    """`text.strip()` of one item is one item."""
    func = project.python[spot.path].calls[call].func
    if isinstance(func, Ref) and "." in func.name and func.name.rpartition(".")[2] in {"strip", "lower", "replace", "get", "lstrip", "rstrip"}:
        return is_item(project, Ref(func.name.rpartition(".")[0]), spot, names, depth + 1)
    return isinstance(func, Attribute) and func.name in {"strip", "lower", "replace"} and is_item(project, func.base, spot, names, depth + 1)


def bound(project: Project, name: str, spot: Spot) -> Iterator[tuple[Value, Spot]]:
    """What a variable was last given, and where."""
    bindings = project.resolver.bindings(spot.path)
    for binding in bindings.reaching(bindings.names.get((spot.scope, name), []), spot.block, spot.at):
        if binding.value is not None:
            yield binding.value, Spot(spot.path, binding.scope, binding.block, binding.step)
