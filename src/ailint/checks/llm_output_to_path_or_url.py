"""What a model chooses, used as the name of a file or as an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from ailint.checks.sinks import Reached, Sink, reached
from ailint.facts import CallResult, Operation, Related, Severity, Template

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.facts import Place, Value, Verdict
    from ailint.project import Project
    from ailint.project.flow import Trace

JOINING = frozenset({"join", "joinpath", "urljoin"})
FILE = Sink("path", "names a file here, and nothing keeps it inside one folder", "the path is held inside a folder, or reduced to a plain name")
ADDRESS = Sink(
    "url",
    "is the address that is fetched here, and no check keeps it away from internal hosts such as 169.254.169.254",
    "the host is fixed, or checked before the address is fetched",
)


def llm_output_to_path_or_url(project: Project) -> Iterator[Verdict]:
    """A model chooses neither files outside a folder nor hosts that nobody checked; one finding for each path or address that is made."""
    files = (reached(project, site, project.all_given(site, "path"), FILE) for site in project.calls("sink.path"))
    fetched = project.calls("sink.url", "http.request")
    addresses = (reached(project, site, project.all_given(site, "url"), ADDRESS, Severity.MEDIUM) for site in fetched)
    yield from grouped(project, files)
    yield from grouped(project, addresses)


def grouped(project: Project, places: Iterable[Reached | None]) -> Iterator[Verdict]:
    """The verdicts; of all uses of what one function makes, or uses as it is, the first one there, and the others told with it."""
    groups: dict[tuple[str, str], list[Reached]] = {}
    for found in places:
        if found is not None and found.trace is not None:
            made = made_at(project, found.trace) or found.site.place
            groups.setdefault((made.path, made.symbol), []).append(found)
        elif found is not None:
            yield found.verdict
    for (path, symbol), group in groups.items():
        first, *others = sorted(group, key=lambda found: (found.site.path, found.site.scope.symbol) != (path, symbol))
        also = tuple(Related(other.site.place, "used here as well") for other in others)
        yield replace(first.verdict, related=(*first.verdict.related, *also))


def made_at(project: Project, trace: Trace) -> Place | None:
    """Where what the model chose first becomes part of a path or address; None where it is used as it is."""
    for place in trace.path:
        bindings = project.resolver.bindings(place.path)
        value = next((step.value for step in bindings.facts.steps if step.span == place.span and step.kind == "bind"), None)
        if value is not None and makes_more(project, value, place.path):
            return place
    return None


def makes_more(project: Project, value: Value, path: str) -> bool:
    """Whether a value is put together from several: a text with parts, `folder / name`, a call that joins."""
    if isinstance(value, CallResult):
        return project.python[path].calls[value.call].name in JOINING
    return isinstance(value, Template) or (isinstance(value, Operation) and value.operator == "/")
