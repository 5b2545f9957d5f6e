"""Model calls that are started together, as many as there are items."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.fan_outs import FanOut, fan_outs, is_literal, name_of, underlying
from ailint.checks.merging import one_a_line
from ailint.checks.reach import reach_of
from ailint.checks.throttles import Throttles
from ailint.checks.values import parts_of
from ailint.facts import CallResult, Choice, Collection, Item, Literal, Mapping, Ref, Related, Unknown, Value, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Given
from ailint.project.guards import met
from ailint.project.things import CallRef, Data, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.flow import Trace
    from ailint.project.sites import Site

MODEL_CALLS = ("llm.chat", "embed.call", "agent.run")
# collections that hold a handful by what they are, or a part that was cut off before
FEW = re.compile(
    r"agent|model|provider|tool|persona|expert|judge|critic|perspective|(?:batch|group|window)$|top_?k|quer(?:y|ies)|question|candidate|voter|engine|retriever|"
    r"section|step|task|llm|client|role|aspect|dimension|hop|attempt|sample|backend|source|rater|evaluator|metric|language"
)
LIMIT = re.compile(r"concurren|parallel|semaphore|limiter|throttl|(?:max|num)_workers|rate_?limit", re.IGNORECASE)
FEW_SOURCES = frozenset({"output", "structured", "arguments", "tool-parameter"})
CALLERS = 5


def unbounded_llm_concurrency(project: Project, *, most_at_once: int = 10) -> Iterator[Verdict]:
    """Work that comes to a model is started a few at a time, however many items there are."""
    check = Concurrency(project, most_at_once)
    yield from one_a_line((*check.gathered(), *check.batched()))


class Concurrency:
    """Judges the fan-outs of one project."""

    def __init__(self, project: Project, most: int) -> None:
        self.project = project
        self.most = most
        self.reach = reach_of(project, *MODEL_CALLS)
        self.throttles = Throttles(project)

    def gathered(self) -> Iterator[Verdict]:
        """The verdicts on what is started item by item."""
        for out in fan_outs(self.project):
            if self.asks(out):
                yield self.judged(out)

    def asks(self, out: FanOut) -> bool:
        """Whether the work comes to a model."""
        if out.function is not None:
            return self.reach.function(out.function.path, out.function.scope)
        return out.work is not None and self.reach.call(out.work)

    def judged(self, out: FanOut) -> Verdict:
        """The verdict on one fan-out."""
        source = underlying(self.project, out.source, out.spot.path)
        where = self.project.flow.call_place(out.work) if out.work is not None else out.place
        related = (Related(where, "this comes to a model, once for each item"),)
        if self.is_throttled(out):
            return satisfied(out.place, "each waits its turn", related=related)
        if self.is_short(source, out.spot):
            return satisfied(out.place, "the collection is short", related=related)
        if self.goes_without(out.spot):
            return unknown(out.place, "a limit that the caller chooses may be in force instead", related=related)
        if self.is_few(source, out.spot):
            return unknown(out.place, "how many there are is decided elsewhere", related=related)
        name = name_of(source)
        what = f"`{name}` has items" if name else "there are items"
        return violated(out.place, f"As many model calls as {what} run at once: nothing limits how many", related=related)

    def is_throttled(self, out: FanOut) -> bool:
        """Whether the work waits its turn."""
        if out.function is not None:
            return self.throttles.in_function(out.function)
        return out.work is not None and self.throttles.on_call(out.work)

    def goes_without(self, spot: Spot) -> bool:
        """Whether a test for a limit that may be given leads here: `gather(*all) if concurrency is None else limited(concurrency, all)`."""
        bindings = self.project.resolver.bindings(spot.path)
        here = next((step.value for step in bindings.facts.steps[spot.at :] if step.block == spot.block), None)
        choices = [part.test for part in parts_of(here) if isinstance(part, Choice) and part.test is not None] if here is not None else []
        tests = (*choices, *(test for test, _ in met(bindings, spot)))
        return any(isinstance(part, Ref) and LIMIT.search(part.name) for test in tests for part in parts_of(test))

    # how many

    def is_short(self, source: Value, spot: Spot) -> bool:
        """Whether a collection is certainly short: written out, counted, or what every caller hands over is."""
        if isinstance(source, Item) and isinstance(source.key, Unknown):
            return True
        things = self.project.things(source, spot)
        if things and all(isinstance(thing, Data) and self.is_small(thing.value) for thing in things):
            return True
        handed = list(self.handed(source, spot))
        return bool(handed) and all(is_literal(value) and self.is_small(value) for value in handed)

    def is_small(self, value: Value) -> bool:
        """Whether a written value has few items, or is a small number."""
        match value:
            case Collection(items=items):
                return is_literal(value) and len(items) <= self.most
            case Mapping(entries=entries):
                return len(entries) <= self.most
            case Literal(value=int(number)):
                return number <= self.most
            case _:
                return False

    def handed(self, source: Value, spot: Spot) -> Iterator[Value]:
        """What the callers of a function hand over for its parameter."""
        scope = self.project.python[spot.path].scopes[spot.scope]
        parameter = next((p for p in scope.parameters if isinstance(source, Ref) and p.name == source.name), None)
        for ref in (self.project.resolver.callers(spot.path, spot.scope) or ())[:CALLERS] if parameter is not None else ():
            value = self.project.resolver.handed(ref, scope, parameter) if parameter is not None else None
            things = self.project.things(value, self.project.resolver.spot(ref)) if value is not None else ()
            yield from (thing.value if isinstance(thing, Data) else Unknown() for thing in things)

    def is_few(self, source: Value, spot: Spot) -> bool:
        """Whether a collection may well be short: by its name, by what it holds, since a model or a search made it, or since part was cut off."""
        name = name_of(source).rpartition(".")[2].lower()
        if FEW.search(name) or isinstance(source, Unknown | Literal) or (isinstance(source, Ref) and self.is_cut(source.name, spot)):
            return True
        if isinstance(source, CallResult) and FEW.search(self.project.python[spot.path].calls[source.call].name.lower()):
            return True
        if isinstance(source, Ref) and not name.endswith("s") and source == Ref(name, source.line) and self.is_number(source, spot):
            return True
        return any(self.makes_few(trace) for trace in self.project.flow.sources(source, spot))

    def makes_few(self, trace: Trace) -> bool:
        """Whether what a collection comes from gives a handful: a model, or a search in a store."""
        site = self.project.sites.at(trace.ref) if trace.ref is not None else None
        return trace.kind in FEW_SOURCES or (site is not None and site.role == "vector.query")

    def is_number(self, source: Ref, spot: Spot) -> bool:
        """Whether a variable is a number, as in `range(n)`."""
        parameter = self.project.resolver.bindings(spot.path).parameters.get((spot.scope, source.name))
        return parameter is not None and isinstance(parameter.annotation, Ref) and parameter.annotation.name == "int"

    def is_cut(self, name: str, spot: Spot) -> bool:
        """Whether a variable was given part of a list: `rows[:limit]`."""
        bindings = self.project.resolver.bindings(spot.path)
        given = bindings.names.get((spot.scope, name), ())
        return any(isinstance(binding.value, Item) and isinstance(binding.value.key, Unknown) for binding in given)

    # batches

    def batched(self) -> Iterator[Verdict]:
        """The verdicts on calls that take a list and ask for all of it at once."""
        for site in self.project.calls("llm.chat"):
            if "concurrency" in site.meaning.arguments:
                yield self.batch(site)

    def batch(self, site: Site) -> Verdict:
        """The verdict on one such call."""
        limit = self.project.argument(site, "concurrency")
        source = self.project.given(site, "messages") or self.project.given(site, "prompt")
        if limit.given is Given.UNKNOWN or source is None:
            return unknown(site.place, "whether a limit is set could not be told")
        if limit.given is Given.CALL or self.throttles.on_call(CallRef(site.path, site.ref.index)):
            return satisfied(site.place, "a limit is set")
        if self.is_short(source, site.spot):
            return satisfied(site.place, "the list is short")
        if self.is_few(source, site.spot):
            return unknown(site.place, "how many there are is decided elsewhere")
        return violated(site.place, "All of this list is asked at once: `max_concurrency` is not set")
