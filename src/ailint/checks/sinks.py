"""Places where what a model said, or chose, can do harm: the verdict on one of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ailint.checks.paths import described, way
from ailint.facts import Severity, Value, Verdict, satisfied, unknown, violated

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ailint.project import Project
    from ailint.project.flow import Trace
    from ailint.project.sites import Site

MODEL_KINDS = frozenset({"output", "arguments", "structured", "tool-parameter"})


@dataclass(frozen=True, slots=True)
class Sink:
    """What a rule says of one sort of place. `against`: its family in the flow table; `harm` follows the source in the sentence."""

    against: str
    harm: str
    harmless: str
    kinds: frozenset[str] = MODEL_KINDS


@dataclass(frozen=True, slots=True)
class Reached:
    """The verdict on a place that something of a model reaches, and how that gets there where it can do harm."""

    site: Site
    verdict: Verdict
    trace: Trace | None = None


def judged(project: Project, site: Site, values: Iterable[Value], sink: Sink, severity: Severity | None = None) -> Verdict | None:
    """The verdict on the values that reach a place; None where nothing of a model does."""
    found = reached(project, site, values, sink, severity)
    return found.verdict if found is not None else None


def reached(project: Project, site: Site, values: Iterable[Value], sink: Sink, severity: Severity | None = None) -> Reached | None:
    """The verdict with its trace; None where nothing of a model reaches the place."""
    values = [value for value in values if told_by_model(project, value, site, sink)]
    reaching = (trace for value in values for trace in project.flow.sources(value, site.spot, sink.against))
    harmful = next((trace for trace in reaching if trace.kind in sink.kinds), None)
    if harmful is not None:
        way_here = way(harmful, site.place)
        return Reached(site, violated(site.place, f"{described(harmful)} {sink.harm}", related=way_here, severity=severity), harmful)
    altered = (trace for value in values for trace in project.flow.sources(value, site.spot, sink.against, certain=True))
    if any(trace.kind in sink.kinds for trace in altered):
        return Reached(site, unknown(site.place, "what the model chose is altered on the way, and whether that is enough cannot be told"))
    return Reached(site, satisfied(site.place, sink.harmless)) if values else None


def told_by_model(project: Project, value: Value, site: Site, sink: Sink) -> bool:
    """Whether anything of a model is in a value, harmless or not."""
    return any(trace.kind in sink.kinds for trace in project.flow.sources(value, site.spot))
