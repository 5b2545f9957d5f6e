"""Retries of model calls that may never end, or that hammer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.bounds import Bounds
from ailint.checks.merging import one_a_line
from ailint.checks.reach import reach_of
from ailint.checks.retries import LEAVING, goes_on, handlers_of, is_attempt_loop, loops_around
from ailint.checks.values import parts_of
from ailint.facts import CallResult, Literal, Operation, Place, Ref, Related, Span, Verdict, satisfied, violated
from ailint.project.arguments import Given
from ailint.project.structure import END
from ailint.project.things import CallRef, Data, External, Function, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Block, Value
    from ailint.knowledge import Meaning
    from ailint.project import Project
    from ailint.project.arguments import Argument
    from ailint.project.bindings import Bindings

ENDS = ("stop", "attempts", "max_time")
MODEL_CALLS = ("llm.chat", "embed.call", "agent.run")


def unbounded_retry(project: Project, *, most_without_wait: int = 5) -> Iterator[Verdict]:
    """Every retry around a model call ends, and waits if it makes more than `most_without_wait` attempts."""
    yield from one_a_line((*Policies(project, most_without_wait).verdicts(), *Loops(project, most_without_wait).verdicts()))


class Policies:
    """Retries that a library makes: decorators, and objects that a loop goes over or a function is handed to."""

    def __init__(self, project: Project, most: int) -> None:
        self.project = project
        self.most = most
        self.reach = reach_of(project, *MODEL_CALLS)
        self.bounds = Bounds(project)

    def verdicts(self) -> Iterator[Verdict]:
        """One verdict for each policy around a model call, where it is written."""
        used: dict[tuple[str, int], tuple[Place, Meaning, External, list[Place]]] = {}
        for place, meaning, thing, where in (*self.decorated(), *self.gone_over(), *self.handed()):
            key = place.path, place.span.line
            used.setdefault(key, (place, meaning, thing, []))[3].append(where)
        for place, meaning, thing, places in used.values():
            yield self.judged(place, meaning, thing, [where for where in places if where != place])

    def decorated(self) -> Iterator[tuple[Place, Meaning, External, Place]]:
        """Policies put on functions that come to a model call."""
        for path, facts in self.project.python.items():
            for index, scope in enumerate(facts.scopes):
                spot = Spot(path, scope.parent, scope.block, END)
                for decorator in scope.decorators if self.reach.function(path, index) else ():
                    for thing in self.project.things(decorator, spot):
                        meaning = self.policy(thing, path)
                        if not meaning or not isinstance(thing, External):
                            continue
                        if not self.bounds.around_function(path, index, 0):
                            where = Place(path, scope.span, scope.symbol)
                            yield self.place_of(thing, decorator, where), meaning, thing, where

    def policy(self, thing: object, path: str) -> Meaning | None:
        """The meaning of a retrying thing: the library's function, or what a call of it has made."""
        if not isinstance(thing, External):
            return None
        site = self.project.sites.at(thing.makers[0]) if thing.makers else None
        if site is not None:
            return site.meaning if site.role == "retry" else None
        meanings = self.project.knowledge.meanings(thing.origin)
        return self.project.choose(path, meanings) if meanings and meanings[0].role == "retry" else None

    def place_of(self, thing: External, decorator: Value, function: Place) -> Place:
        """Where a policy is written: the call that makes it, or the bare decorator."""
        if thing.makers:
            call = self.project.resolver.call(thing.makers[0])
            return Place(thing.makers[0].path, call.span, self.project.python[thing.makers[0].path].scopes[call.scope].symbol)
        line = decorator.line if isinstance(decorator, Ref) and decorator.line else function.span.line
        return Place(function.path, Span(line, 0, line, 0), function.symbol)

    def gone_over(self) -> Iterator[tuple[Place, Meaning, External, Place]]:
        """`for attempt in Retrying(…)` around a model call."""
        for path in sorted(self.reach.files):
            facts = self.project.python[path]
            for index, block in enumerate(facts.blocks):
                asking = self.asking(path, index) if block.kind == "for" and isinstance(block.value, CallResult | Ref) else []
                if block.value is None or not asking:
                    continue
                for thing in self.project.things(block.value, Spot(path, block.scope, block.parent, END)):
                    meaning = self.policy(thing, path)
                    if meaning and isinstance(thing, External) and thing.makers and not all(map(self.bounds.around, asking)):
                        where = Place(path, block.span, facts.scopes[block.scope].symbol)
                        yield self.place_of(thing, block.value, where), meaning, thing, where

    def asking(self, path: str, block: int) -> list[CallRef]:
        """The calls inside a block that come to a model."""
        refs = (CallRef(path, call) for call, _ in self.project.resolver.bindings(path).calls_within(block))
        return list(filter(self.reach.call, refs))

    def handed(self) -> Iterator[tuple[Place, Meaning, External, Place]]:
        """`retry_call(ask, …)`: a function that comes to a model call, handed to what retries it."""
        for site in self.project.calls("retry"):
            for value in site.call.args[:1]:
                for thing in self.project.things(value, site.spot) if isinstance(value, Ref) else ():
                    if isinstance(thing, Function) and self.reach.function(thing.path, thing.scope) and not self.bounds.around(site.ref):
                        yield site.place, site.meaning, External(site.thing.origin, (site.ref,)), site.place

    def judged(self, place: Place, meaning: Meaning, thing: External, places: list[Place]) -> Verdict:
        """The verdict on one policy."""
        related = tuple(Related(where, "repeats this") for where in dict.fromkeys(places))
        attempts = self.argument(meaning, thing, "attempts")
        if not any(self.ends(self.argument(meaning, thing, name), name) for name in ENDS):
            return violated(place, "Nothing ends this retry: a failure that stays is repeated for ever", related=related)
        wait = self.argument(meaning, thing, "wait")
        count = max((*attempts.numbers, *self.stops_after(self.argument(meaning, thing, "stop"))), default=0)
        if count > self.most and (wait.given is Given.ABSENT or wait.default == 0):
            return violated(place, f"{count:g} attempts follow each other without a pause", related=related)
        return satisfied(place, "the retry comes to an end", related=related)

    def argument(self, meaning: Meaning, thing: External, name: str) -> Argument:
        """An argument of a policy, by the call that makes it or else by default."""
        if thing.makers:
            return self.project.arguments.effective(thing.makers[0], meaning, External(thing.origin), name)
        return self.project.arguments.default_of(meaning, name)

    @staticmethod
    def ends(argument: Argument, name: str) -> bool:
        """Whether an argument ends a retry, or may."""
        if argument.given is Given.CALL:
            return not argument.is_none and not (name == "attempts" and argument.numbers != [] and max(argument.numbers) < 0)
        return argument.given in {Given.DEFAULT, Given.UNKNOWN}

    def stops_after(self, stop: Argument) -> Iterator[float]:
        """The attempts of `stop_after_attempt(n)`, where that is all there is to the end."""
        for thing in stop.things:
            if isinstance(thing, External) and thing.makers:
                site = self.project.sites.at(thing.makers[-1])
                if site is not None and site.role == "retry.stop":
                    yield from self.project.argument(site, "attempts").numbers


class Loops:
    """Retries written as a loop."""

    def __init__(self, project: Project, most: int) -> None:
        self.project = project
        self.most = most
        self.reach = reach_of(project, *MODEL_CALLS)
        self.bounds = Bounds(project)

    def verdicts(self) -> Iterator[Verdict]:
        """The innermost attempt loop around each call that comes to a model."""
        seen: dict[tuple[str, int], list[CallRef]] = {}
        for ref in self.reach.calls:
            bindings = self.project.resolver.bindings(ref.path)
            loops = loops_around(bindings, self.project.resolver.call(ref).block)
            found = next((loop for loop, _ in loops if is_attempt_loop(bindings, loop, ref.index)), None)
            if found is not None:
                seen.setdefault((ref.path, found), []).append(ref)
        for (path, loop), refs in seen.items():
            yield self.judged(self.project.resolver.bindings(path), loop, refs)

    def judged(self, bindings: Bindings, loop: int, refs: list[CallRef]) -> Verdict:
        """The verdict on one loop."""
        block = bindings.facts.blocks[loop]
        place = Place(bindings.path, block.span, bindings.facts.scopes[block.scope].symbol)
        related = tuple(Related(Place(ref.path, self.project.resolver.call(ref).span, place.symbol), "repeated here") for ref in refs)
        if all(self.bounds.around(ref) for ref in refs):
            return satisfied(place, "a limit around it ends the loop")
        if block.kind == "for":
            count = self.rounds(bindings, block)
            if count is not None and count > self.most and not self.pauses(bindings, loop):
                return violated(place, f"{count:g} attempts follow each other without a pause", related=related)
            return satisfied(place, "the attempts are counted")
        way = self.endless_way(bindings, loop, refs)
        return violated(place, way, related=related) if way else satisfied(place, "the loop comes to an end")

    def rounds(self, bindings: Bindings, block: Block) -> float | None:
        """How often `for _ in range(n)` goes round, None where nobody can tell or the loop counts for ever."""
        if not isinstance(block.value, CallResult):
            return None
        ref = CallRef(bindings.path, block.value.call)
        values = self.project.resolver.call(ref).args
        things = self.project.things(values[-1 if len(values) == 1 else 1], self.project.resolver.spot(ref)) if values else ()
        numbers = [thing.value.value for thing in things if isinstance(thing, Data) and isinstance(thing.value, Literal)]
        return max((float(n) for n in numbers if isinstance(n, int | float)), default=None) if len(numbers) == len(things) else None

    def pauses(self, bindings: Bindings, loop: int) -> bool:
        """Whether a loop waits between its rounds, or calls something unknown that may."""
        for index, _ in bindings.calls_within(loop):
            site = self.project.site(bindings.path, index)
            if site is not None and site.role == "sleep":
                return True
        return False

    def endless_way(self, bindings: Bindings, loop: int, refs: list[CallRef]) -> str:
        """In words, how a `while` loop may go on for ever; empty where something ends it."""
        block = bindings.facts.blocks[loop]
        handlers = [found for ref in refs for found in handlers_of(bindings, loop, ref.index)]
        if leaves_otherwise(bindings, loop, handlers):
            return ""
        counters = counters_of(block.value)
        if counters is None:
            return ""
        if counters:
            stuck = any(not advances(bindings, loop, handler, counters) for handler in handlers if goes_on(bindings, handler))
            return f"A failure leaves `{min(counters)}` as it was, so the loop can go on for ever" if stuck else ""
        return "The loop repeats the call until it succeeds: a failure that stays is repeated for ever"


def leaves_otherwise(bindings: Bindings, loop: int, handlers: list[int]) -> bool:
    """Whether a way through the failure, or a condition beside the attempt, leaves the loop."""
    failing = {found for handler in handlers for found in bindings.inside(handler)}
    attempts = {found for handler in handlers for found in bindings.inside(bindings.facts.blocks[handler].owner)}
    inside = set(bindings.inside(loop))
    for step in bindings.facts.steps:
        if step.kind in LEAVING and step.block in failing:
            return True
        conditional = step.block in inside - attempts - failing and bindings.facts.blocks[step.block].kind in {"if", "else", "handler"}
        if conditional and step.kind in LEAVING and limits(bindings, step.block):
            return True
    return False


def limits(bindings: Bindings, block: int) -> bool:
    """Whether the condition of a block compares sizes, as one on attempts or time does."""
    value = bindings.facts.blocks[block].value
    return value is not None and any(isinstance(part, Operation) and part.operator in {"<", "<=", ">", ">=", "=="} for part in parts_of(value))


def counters_of(test: Value | None) -> set[str] | None:
    """Names that a `while` condition compares with a size; none for one that only success meets; None where it asks a clock or the like."""
    if test is None or isinstance(test, Literal):
        return set()
    parts = list(parts_of(test))
    if any(isinstance(part, CallResult) for part in parts):
        return None
    compared = [part for part in parts if isinstance(part, Operation) and part.operator in {"<", "<=", ">", ">=", "!="}]
    return {operand.name for part in compared for operand in part.operands if isinstance(operand, Ref)} & {
        part.operands[0].name for part in compared if isinstance(part.operands[0], Ref)
    }


def advances(bindings: Bindings, loop: int, handler: int, counters: set[str]) -> bool:
    """Whether a failed round changes one of the counters: before the attempt, in the handler, or after both."""
    attempt = bindings.facts.blocks[handler].owner
    inside = set(bindings.inside(loop))
    skipped = set(bindings.inside(attempt))
    certain = [loop, handler, *(b for b in inside if bindings.facts.blocks[b].kind == "finally")]
    jumps = any(step.kind == "continue" and step.block == handler for step in bindings.facts.steps)
    ends = bindings.facts.blocks[handler].span.end_line
    for step in bindings.facts.steps:
        if step.kind in {"bind", "augment"} and isinstance(step.target, Ref) and step.target.name in counters:
            after = step.block == loop and step.span.line > ends
            if step.block in certain and step.block not in skipped and not (jumps and after):
                return True
            if step.block == attempt:
                return True
    return False
