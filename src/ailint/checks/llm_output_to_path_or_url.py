"""What a model chooses, used as the name of a file or as an address."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.sinks import Sink, judged
from ailint.facts import Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Verdict
    from ailint.project import Project

FILE = Sink("path", "names a file here, and nothing keeps it inside one folder", "the path is held inside a folder, or reduced to a plain name")
ADDRESS = Sink(
    "url",
    "is the address that is fetched here, and no check keeps it away from internal hosts such as 169.254.169.254",
    "the host is fixed, or checked before the address is fetched",
)


def llm_output_to_path_or_url(project: Project) -> Iterator[Verdict]:
    """A model chooses neither files outside a folder nor hosts that nobody checked."""
    for site in project.calls("sink.path"):
        verdict = judged(project, site, project.all_given(site, "path"), FILE)
        if verdict is not None:
            yield verdict
    for site in project.calls("sink.url", "http.request"):
        verdict = judged(project, site, project.all_given(site, "url"), ADDRESS, Severity.MEDIUM)
        if verdict is not None:
            yield verdict
