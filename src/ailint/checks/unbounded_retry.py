"""Retries around model calls that may go on for ever."""

from __future__ import annotations

from collections.abc import Iterator

from ailint.checks.bounds import Bounds
from ailint.facts import CallResult, Literal, Place, Ref, Related, Scope, Span, Value, Verdict, satisfied, unknown, violated
from ailint.project import Project
from ailint.project.arguments import Given
from ailint.project.bindings import END, Bindings
from ailint.project.prompts import nested
from ailint.project.sites import Site
from ailint.project.things import CallRef, Data, External, Spot

ASKING = ("llm.chat", "embed.call", "agent.run")
NOWHERE = Spot("", 0, 0, 0)
LEAVING = frozenset({"raise", "return", "break"})
MOST_WITHOUT_WAIT = 5


def unbounded_retry(project: Project) -> Iterator[Verdict]:
    """A retry around a model or embedding call stops after some attempts or some time, and waits in between."""
    yield from decorated(project)
    yield from loops(project)


def decorated(project: Project) -> Iterator[Verdict]:
    """Functions that ask a model, under a retry decorator."""
    seen: set[CallRef] = set()
    for site in project.calls(*ASKING):
        for path, scope in around(project, site):
            for decorator in scope.decorators:
                spot = Spot(path, scope.parent, scope.block, END)
                if isinstance(decorator, CallResult):
                    ref = CallRef(path, decorator.call)
                    retry = project.sites.at(ref)
                    if retry is not None and retry.role == "retry" and ref not in seen:
                        seen.add(ref)
                        yield judged(project, retry, site)
                elif isinstance(decorator, Ref):
                    yield from self_made(project, decorator, spot, site, seen)


def self_made(project: Project, decorator: Ref, spot: Spot, site: Site, seen: set[CallRef]) -> Iterator[Verdict]:
    """A decorator without arguments: the library's bare one, or a policy made elsewhere in the project."""
    for thing in project.things(decorator, spot):
        if not isinstance(thing, External):
            continue
        made = project.sites.at(thing.makers[-1]) if thing.makers else None
        if made is not None and made.role == "retry":
            if made.ref not in seen:
                seen.add(made.ref)
                yield judged(project, made, site)
        elif project.resolver.has_role(thing, "retry"):
            place = Place(spot.path, Span(decorator.line, 0, decorator.line, 0), "")
            yield violated(place, "This retry has no end and no wait: it is given neither", related=(Related(site.place, "the model is asked here"),))


def around(project: Project, site: Site) -> Iterator[tuple[str, Scope]]:
    """The function that holds the call, and the project functions that call it."""
    yield site.path, site.scope
    for ref in project.resolver.callers(site.path, site.call.scope) or ():
        yield ref.path, project.python[ref.path].scopes[project.resolver.call(ref).scope]


def judged(project: Project, retry: Site, call: Site) -> Verdict:
    related = (Related(call.place, "the model is asked here"),)
    stops = [project.argument(retry, name) for name in ("stop", "attempts", "max_time")]
    if any(stop.given is Given.UNKNOWN for stop in stops):
        return unknown(retry.place, "whether the retry ends could not be told", related=related)
    if all(stop.given is Given.ABSENT or stop.is_none for stop in stops):
        return violated(retry.place, "This retry has no end: neither a number of attempts nor a time limit is given", related=related)
    many = [number for stop in stops[:2] for number in (*stop.numbers, *attempts_of(project, stop))]
    wait = project.argument(retry, "wait")
    if (wait.given is Given.ABSENT or wait.numbers == [0]) and any(number > MOST_WITHOUT_WAIT for number in many):
        return violated(retry.place, f"This retry makes {int(max(many))} attempts without a pause between them", related=related)
    return satisfied(retry.place, "the retry ends", related=related)


def attempts_of(project: Project, stop: object) -> Iterator[float]:
    """The number in `stop=stop_after_attempt(10)`."""
    for thing in getattr(stop, "things", ()):
        for maker in getattr(thing, "makers", ()):
            site = project.sites.at(maker)
            if site is not None and site.role == "retry.stop":
                yield from project.argument(site, "attempts").numbers


def loops(project: Project) -> Iterator[Verdict]:
    """Loops around a `try` whose handler leads back to the top."""
    bounds = Bounds(project)
    for site in project.calls(*ASKING):
        bindings = project.resolver.bindings(site.path)
        for index in bindings.ancestors(site.call.block):
            block = bindings.facts.blocks[index]
            if block.scope != site.call.scope or block.kind not in {"while", "for"}:
                continue
            message = endless(project, bindings, site, index)
            if message and bounds.around(site.ref) is None:
                place = Place(site.path, block.span, site.scope.symbol)
                yield violated(place, message, related=(Related(site.place, "the model is asked here"),))


def endless(project: Project, bindings: Bindings, site: Site, loop: int) -> str:
    """What is wrong with a loop of attempts, or nothing."""
    body = next((i for i in bindings.ancestors(site.call.block) if bindings.facts.blocks[i].kind == "try"), None)
    if body is None or loop not in bindings.ancestors(body):
        return ""
    handlers = [i for i, block in enumerate(bindings.facts.blocks) if block.kind == "handler" and block.owner == body]
    if not handlers or not all(goes_on(bindings, handler) for handler in handlers) or not succeeds(bindings, loop, handlers):
        return ""
    block = bindings.facts.blocks[loop]
    if block.kind == "for":
        many = attempts_in(project, bindings, loop)
        return f"These {many} attempts follow each other without a pause" if many > MOST_WITHOUT_WAIT and not pauses(project, bindings, loop) else ""
    changed = {name for handler in handlers for name in changes(bindings, handler, body, loop)}
    if any(isinstance(part, CallResult) for part, _ in nested(block.value, NOWHERE)) or changed & set(names_in(block.value)):
        return ""
    return "This loop asks the model again after every failure, for ever"


def goes_on(bindings: Bindings, handler: int) -> bool:
    inside = set(bindings.inside(handler))
    return not any(step.kind in LEAVING for step in bindings.facts.steps if step.block in inside)


def succeeds(bindings: Bindings, loop: int, handlers: list[int]) -> bool:
    """Whether success ends the loop: otherwise it is a conversation or a worker, not a retry."""
    outside = set(bindings.inside(loop)) - {block for handler in handlers for block in bindings.inside(handler)}
    block = bindings.facts.blocks[loop]
    steps = [step for step in bindings.facts.steps if step.block in outside]
    tested = set(names_in(block.value)) if block.kind == "while" else set()
    return any(step.kind in {"return", "break"} or (step.kind in {"bind", "augment"} and isinstance(step.target, Ref) and step.target.name in tested) for step in steps)


def changes(bindings: Bindings, handler: int, body: int, loop: int) -> Iterator[str]:
    """Names that a failing turn of the loop assigns: in the handler, and after the `try` where the handler goes on to there."""
    inside = set(bindings.inside(handler))
    steps = bindings.facts.steps
    continues = any(step.kind == "continue" and step.block == handler for step in steps)
    end = bindings.facts.blocks[body].span.end_line
    for step in steps:
        after = not continues and step.block == loop and step.span.line > end
        before = step.block == loop and step.span.line < bindings.facts.blocks[body].span.line
        if (step.block in inside or after or before) and step.kind in {"bind", "augment"} and isinstance(step.target, Ref):
            yield step.target.name


def names_in(value: Value | None) -> Iterator[str]:
    if value is not None:
        yield from (part.name for part, _ in nested(value, NOWHERE) if isinstance(part, Ref))


def attempts_in(project: Project, bindings: Bindings, loop: int) -> int:
    """How often `for _ in range(n)` runs, 0 where it is no such loop."""
    source = bindings.facts.blocks[loop].value
    if not isinstance(source, CallResult) or bindings.facts.calls[source.call].func != Ref("range", bindings.facts.calls[source.call].span.line):
        return 0
    call = bindings.facts.calls[source.call]
    spot = Spot(bindings.path, call.scope, call.block, call.step)
    things = project.things(call.args[0], spot) if len(call.args) == 1 else ()
    numbers = [t.value.value for t in things if isinstance(t, Data) and isinstance(t.value, Literal) and isinstance(t.value.value, int)]
    return max(numbers, default=0)


def pauses(project: Project, bindings: Bindings, loop: int) -> bool:
    """Whether the loop waits somewhere."""
    sites = (project.site(bindings.path, index) for index, _ in bindings.calls_within(loop))
    return any(site is not None and site.role == "sleep" for site in sites)
