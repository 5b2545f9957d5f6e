"""Which model calls have their token counts read, anywhere in the project."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import Attribute, CallResult, Item, Literal, PythonFacts, Ref, Value
from ailint.project.called import calls_written
from ailint.project.things import CallRef, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.bindings import Bindings
    from ailint.project.project import Project
    from ailint.project.resolve import Resolver

COUNTS = frozenset({
    "usage", "usage_metadata", "token_usage", "prompt_tokens", "completion_tokens", "total_tokens", "input_tokens", "output_tokens",
    "prompt_eval_count", "eval_count", "usageMetadata", "total_token_count", "prompt_token_count", "candidates_token_count", "llm_output",
    "total_cost", "usage_details", "tokens_used", "get_usage", "inputTokenCount", "outputTokenCount", "raw_usage", "get_token_ids",
})  # fmt: skip

COUNTING = re.compile(r"usage|_cost|cost_|count_tokens|token_count|num_tokens|spend")


def counted_calls(project: Project) -> frozenset[CallRef]:
    """Calls to which some reading of a token count leads back."""
    paths = project.vocabulary.files_with(COUNTS)
    read = (found for path in sorted(paths) for found in readings(project.resolver.bindings(path)))
    return project.flow.calls_behind(read) | project.calls_counted_by_hand


def counted_by_hand(project: Project) -> frozenset[CallRef]:
    """Calls whose answers a function is given that counts by itself, by its name: `count_tokens(answer)`."""
    return project.flow.calls_behind(handed_to_counters(project.resolver))


def readings(bindings: Bindings) -> Iterator[tuple[Value, Spot]]:
    """The answer in `answer.usage`, `answer["usage"]`, `answer.get("usage")`, `getattr(answer, "usage")`."""
    path, facts = bindings.path, bindings.facts
    for value, spot in bindings.values:
        base = counted(value)
        if base is not None:
            yield base, spot
        elif isinstance(value, CallResult):
            yield from ((base, spot) for base in asked(facts, value.call))
    for call in facts.calls:
        spot = Spot(path, call.scope, call.block, call.step)
        base = counted(call.func)
        if base is not None:
            yield base, spot


def handed_to_counters(resolver: Resolver) -> Iterator[tuple[Value, Spot]]:
    """The arguments of `record_usage(answer)`."""
    for ref, call in calls_written(resolver, set(filter(COUNTING.search, resolver.calls_by_tail))):
        spot = resolver.spot(ref)
        yield from ((value, spot) for value in (*call.args, *(given for _, given in call.keywords)))


def counted(value: Value) -> Value | None:
    """The answer whose token counts a value reads, or None."""
    match value:
        case Ref(name=name):
            owner, *taken = name.split(".")
            if COUNTS.isdisjoint(taken):
                return None
            place = next(index for index, part in enumerate(taken) if part in COUNTS)
            return Ref(".".join((owner, *taken[:place])))
        case Attribute(base=base, name=name) | Item(base=base, key=Literal(value=str(name))):
            inner = counted(base)
            return base if inner is None and name in COUNTS else inner
        case Item(base=base):
            return counted(base)
        case _:
            return None


def asked(facts: PythonFacts, index: int) -> Iterator[Value]:
    """`getattr(answer, "usage", None)` and `answer.get("usage")`."""
    call = facts.calls[index]
    if not any(isinstance(argument, Literal) and argument.value in COUNTS for argument in call.args):
        return
    if isinstance(call.func, Ref) and call.func.name in {"getattr", "hasattr"} and call.args:
        yield call.args[0]
    elif isinstance(call.func, Ref) and call.func.name.endswith(".get"):
        yield Ref(call.func.name.removesuffix(".get"))
    elif isinstance(call.func, Attribute) and call.func.name == "get":
        yield call.func.base
