"""API versions that are previews, or that no longer answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.api_versions import Written, written
from ailint.checks.merging import one_a_line
from ailint.facts import Place, Related, Severity, Verdict, satisfied, unknown, violated
from ailint.knowledge.api_versions import DATED, ApiService, load_api_versions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project


def azure_api_version_preview(project: Project) -> Iterator[Verdict]:
    """Each version of a service's API is generally available, where it is written; one finding a place, whoever uses it."""
    found: dict[Place, list[Written]] = {}
    for version in written(project, load_api_versions()):
        found.setdefault(version.place, []).append(version)
    yield from one_a_line(judged(versions) for versions in found.values())


def judged(versions: list[Written]) -> Verdict:
    """The verdict on one place, of which the first service that is known to use it decides."""
    first = versions[0]
    service, version, place = first.service, first.version, first.place
    used = dict.fromkeys(other.used for other in versions if other.used is not None and not same_line(other.used, place))
    related = tuple(Related(client, "used here") for client in used)
    ended = service.ended(version)
    if ended is not None:
        return violated(place, f"`{version}` was retired on {ended}: {instead(service)}", related=related, severity=Severity.HIGH)
    if service.is_preview(version):
        return violated(place, f"`{version}` is a preview, which may change or end at short notice: {instead(service)}", related=related)
    if DATED.fullmatch(version) and any(service.takes_no_date(other.address) for other in versions):
        return violated(place, f"`{version}` goes to an address below `{service.dateless}`, which takes no dated version", related=related)
    if version in service.current:
        return satisfied(place, f"`{version}` is generally available", related=related)
    return unknown(place, f"`{version}` is not listed" if version else "the version comes from outside the code")


def same_line(one: Place, other: Place) -> bool:
    """Whether one place lies within the lines of another."""
    return one.path == other.path and one.span.line <= other.span.line <= one.span.end_line


def instead(service: ApiService) -> str:
    """What to use in place of a preview."""
    dated = next((version for version in service.current if DATED.fullmatch(version)), "")
    ways = [f"{dated} is generally available" if dated else "", f"addresses below `{service.dateless}` need none" if service.dateless else ""]
    return ", ".join(filter(None, ways)) or "use one that is generally available"
