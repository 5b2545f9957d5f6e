"""What a model says, put on a page as HTML."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.sinks import MODEL_KINDS, Sink, judged
from ailint.project.arguments import Given

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Verdict
    from ailint.project import Project
    from ailint.project.sites import Site

PAGE = Sink(
    "html",
    "is put on the page as HTML, with whatever markup it holds",
    "what the model said is escaped or cleaned before it is put on the page",
    MODEL_KINDS | {"retrieved"},
)


def llm_output_to_html(project: Project) -> Iterator[Verdict]:
    """Nothing that a model said, and nothing retrieved, is put on a page as HTML without being escaped or cleaned."""
    for site in project.calls("sink.html", "http.error"):
        verdict = judged(project, site, project.all_given(site, "html"), PAGE) if takes_html(project, site) else None
        if verdict is not None:
            yield verdict


def takes_html(project: Project, site: Site) -> bool:
    """Whether a call certainly leaves HTML as it is: where it has a switch for that, the switch is on, and nothing cleans by itself."""
    raw, cleaned = project.argument(site, "raw"), project.argument(site, "cleaned")
    switched_on = "raw" not in site.meaning.arguments or (raw.given is Given.CALL and all(constant is True for constant in raw.constants or [None]))
    return switched_on and (cleaned.given is not Given.CALL or cleaned.constants == [False])
