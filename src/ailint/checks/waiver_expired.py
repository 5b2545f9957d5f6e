"""Waivers whose day has passed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Place, Verdict, violated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project


def waiver_expired(project: Project) -> Iterator[Verdict]:
    """No exception outlives its day. One that still holds earns nothing, since it hides something."""
    config, path = project.config, project.config.file_of("waivers")
    if path not in project.paths:
        return
    own = project.subproject_of(path)
    judged = own if own.kind != "none" else next((part for part in project.subprojects if part.kind != "none"), own)
    for number, waiver in enumerate(config.waivers):
        if waiver.expires is not None and waiver.expires < config.today:
            place = Place(path, config.written.span("waivers", str(number), "expires"))
            owner = f" {waiver.owner} answers for it:" if waiver.owner else ""
            words = f"the waiver of {waiver.rule} expired on {waiver.expires} and hides nothing any more;{owner} `{waiver.kind}`, {waiver.reason}"
            yield violated(place, words, subproject=judged.path, data=waiver.rule)
