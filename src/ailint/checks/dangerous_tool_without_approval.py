"""Tools that do what cannot be taken back, without anybody who agrees to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ailint.checks.approvals import Approvals, asked_before
from ailint.checks.effects import LAST, Effect, Effects
from ailint.facts import Place, Related, Severity, Span, Verdict, satisfied, unknown, violated
from ailint.project.things import CallRef, Function

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project

DEEPEST = 4
CHOSEN = frozenset({"tool-parameter", "tool-number"})


class Act(NamedTuple):
    """An effect of a tool, the calls that lead to it, and whether something stands in front of it."""

    effect: Effect
    way: tuple[CallRef, ...]
    asked: bool


def dangerous_tool_without_approval(project: Project) -> Iterator[Verdict]:
    """Whatever a model can make a tool do to the outside is agreed to by a person, or listed as allowed."""
    tools = Tools(project)
    for path, scope in sorted(project.flow.tools):
        verdict = tools.judged(Function(path, scope))
        if verdict is not None:
            yield verdict


class Tools:
    """Judges the tools of one project."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.effects = Effects(project)
        self.approvals = Approvals(project)

    def judged(self, function: Function) -> Verdict | None:
        """The verdict on one tool; None where it does nothing to the outside."""
        acts = sorted(self.acts(function, function, (), asked=False), key=lambda act: (act.asked, act.effect.rank))
        if not acts:
            return None
        act = acts[0]
        scope = self.project.resolver.scope(function)
        line = scope.span
        place = Place(function.path, Span(line.line, line.column, line.line, line.column + len(scope.name)), scope.symbol)
        if act.asked:
            return satisfied(place, "something is passed before it acts")
        approved = self.approvals.of(function)
        if approved:
            return satisfied(place, "somebody is asked before it runs")
        if approved is None:
            return unknown(place, "whether somebody is asked before it runs is decided elsewhere")
        related = tuple(Related(self.project.flow.call_place(ref), "calls this") for ref in act.way)
        last = Related(self.project.flow.call_place(act.effect.ref), act.effect.says)
        message = f"The tool `{scope.name}` {act.effect.says}, and nobody is asked before it does"
        return violated(place, message, related=(*related, last), severity=Severity.MEDIUM if act.effect.rank >= LAST else None)

    def acts(self, tool: Function, function: Function, way: tuple[CallRef, ...], *, asked: bool) -> Iterator[Act]:
        """The effects of a function, and of those that it calls."""
        bindings = self.project.resolver.bindings(function.path)
        for index, _ in bindings.calls_within(self.project.resolver.scope(function).body):
            ref = CallRef(function.path, index)
            effect = self.effects.of(ref)
            if effect is not None and (not effect.chosen or self.chosen(tool, effect)):
                yield Act(effect, way, asked or asked_before(self.project, bindings, ref))
            if len(way) < DEEPEST and ref not in way:
                for called in self.called(ref):
                    if called != tool:
                        yield from self.acts(tool, called, (*way, ref), asked=asked or asked_before(self.project, bindings, ref))

    def called(self, ref: CallRef) -> Iterator[Function]:
        """The functions of the project that a call runs, now or on another thread."""
        found = [thing for thing in self.project.resolver.callee(ref) if isinstance(thing, Function)]
        site = self.project.sites.at(ref)
        if site is not None and site.role == "offload":
            found += [function for _, function in self.project.flow.handover.functions(ref)]
        yield from dict.fromkeys(Function(function.path, function.scope) for function in found)

    def chosen(self, tool: Function, effect: Effect) -> bool:
        """Whether the model has a say in what an effect hits, by a parameter of this tool."""
        spot = self.project.resolver.spot(effect.ref)
        scope = self.project.resolver.scope(tool)
        here = Place(tool.path, scope.span, scope.symbol)
        traces = (trace for value in effect.chosen for trace in self.project.flow.sources(value, spot, "action"))
        return any(trace.kind in CHOSEN and trace.place == here for trace in traces)
