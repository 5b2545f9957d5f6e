"""What a model says or chooses, run as the text of a statement."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.sinks import Sink, judged, told_by_model
from ailint.facts import CallResult, Literal, Ref, Severity, Template, Value, Verdict, satisfied
from ailint.project.nesting import nested
from ailint.project.things import CallRef, Data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site

STATEMENT = Sink("sql", "is run as SQL, or put into it as text", "the statement is read or quoted before it runs")
READ_ONLY = re.compile(r"\bread[ _-]?only\b|\bmode=ro\b|\bquery_only\b|\breadonly\b", re.IGNORECASE)
NAMED_READ_ONLY = re.compile(r"read_?only|replica|(?:^|_)ro(?:_|$)", re.IGNORECASE)


def llm_output_to_sql(project: Project) -> Iterator[Verdict]:
    """Nothing that a model said, or chose as a tool's argument, becomes the text of a statement."""
    sites = list(project.calls("sink.sql"))
    inner = {ref for site in sites for ref in made_for(project, site)}
    for site in sites:
        verdict = verdict_on(project, site) if site.ref not in inner else None
        if verdict is not None:
            yield verdict


def made_for(project: Project, site: Site) -> Iterator[CallRef]:
    """Calls that make the statement of this one right where it is handed over: `execute(text(…))`."""
    for value in project.all_given(site, "query"):
        if isinstance(value, CallResult):
            made = project.site(site.path, value.call)
            if made is not None and made.role == "sink.sql":
                yield made.ref


def verdict_on(project: Project, site: Site) -> Verdict | None:
    """The verdict on one statement."""
    verdict = judged(project, site, texts(project, site), STATEMENT, Severity.HIGH if named_read_only(project, site) else None)
    if verdict is None:
        bound = any(told_by_model(project, value, site, STATEMENT) for value in project.all_given(site, "parameters"))
        return satisfied(site.place, "what the model chose is bound as a parameter") if bound else None
    return satisfied(site.place, "the connection only reads") if verdict.related and only_reads(project, site) else verdict


def texts(project: Project, site: Site) -> Iterator[Value]:
    """The text of a statement, also where it is made on the spot."""
    for value in project.all_given(site, "query"):
        made = project.site(site.path, value.call) if isinstance(value, CallResult) else None
        yield from project.all_given(made, "query") if made is not None and made.role == "sink.sql" else (value,)


def only_reads(project: Project, site: Site) -> bool:
    """Whether the connection was opened for reading, or set to it in the same function."""
    if True in project.argument(site, "read_only").constants:
        return True
    written = (text for maker in site.thing.makers for text in literals(project, maker))
    said = (text for other in project.calls_in(site.path, "sink.sql") if other.call.scope == site.call.scope for text in literals(project, other.ref))
    return any(READ_ONLY.search(text) for text in (*written, *said))


def literals(project: Project, ref: CallRef) -> Iterator[str]:
    """The texts among a call's arguments, where they are written out or have a name."""
    spot = project.resolver.spot(ref)
    for value in arguments(project, ref):
        for thing in project.things(value, spot):
            if isinstance(thing, Data):
                parts = nested(thing.value, spot)
                yield from (str(part.value) for part, _ in parts if isinstance(part, Literal))


def named_read_only(project: Project, site: Site) -> bool:
    """Whether a name says of the connection that it only reads: `READONLY_DSN`, `replica_engine`."""
    names = [name for maker in site.thing.makers for value in arguments(project, maker) for name in names_in(value)]
    return any(NAMED_READ_ONLY.search(name) for name in (*names, *names_in(site.call.func)))


def arguments(project: Project, ref: CallRef) -> tuple[Value, ...]:
    """What a call is given."""
    call = project.resolver.call(ref)
    return (*call.args, *(value for _, value in call.keywords))


def names_in(value: Value) -> Iterator[str]:
    """The parts of the names in a value."""
    if isinstance(value, Ref):
        yield from value.name.split(".")
    elif isinstance(value, Template):
        for part in value.parts:
            yield from names_in(part)
