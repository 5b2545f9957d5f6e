"""Retrieved text in a prompt without anything that shows where it begins and ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.paths import way
from ailint.facts import Literal, Severity, Template, satisfied, violated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Value, Verdict
    from ailint.project import Project
    from ailint.project.flow import Trace
    from ailint.project.prompts import Prompt

NEAR = 80
BOUNDARY = re.compile(
    r"<[A-Za-z/|][^<>\n]{0,60}>|`{3}|\"{3}|'{3}|-{3}|={3}|#{2}|\*{3}|~{3}|_{3}|<{3}|>{3}|\[/?[A-Z][A-Z _]{2,40}\]|"
    r"\b(?:BEGIN|START|END) (?:OF )?[A-Z]|\"\w{1,40}\": ?\"?$|[{\[]$"
)


def retrieved_content_undelimited(project: Project) -> Iterator[Verdict]:
    """Retrieved text stands between marks of its own wherever it is put into a prompt."""
    for prompt in project.prompts:
        if isinstance(prompt.value, Template):
            for place, part in enumerate(prompt.value.parts):
                trace = retrieved(project, part, prompt) if not isinstance(part, Literal) else None
                if trace is not None:
                    yield judged(project, prompt, place, trace)
                    break


def retrieved(project: Project, part: Value, prompt: Prompt) -> Trace | None:
    """The trace of retrieved text that one part of a prompt holds."""
    return next((trace for trace in project.flow.sources(part, prompt.spot, against="prompt") if trace.kind == "retrieved"), None)


def judged(project: Project, prompt: Prompt, place: int, trace: Trace) -> Verdict:
    """The verdict on one prompt."""
    parts = prompt.value.parts if isinstance(prompt.value, Template) else ()
    if BOUNDARY.search(text_before(parts[:place])) or BOUNDARY.search(text_after(parts[place + 1 :])) or marks_itself(project, parts[place], prompt):
        return satisfied(prompt.place, "marks show where the retrieved text begins or ends")
    severity = Severity.HIGH if "system" in prompt.roles else None
    where = "the system prompt" if severity else "the prompt"
    return violated(
        prompt.place,
        f"Retrieved text runs into {where} without a mark of where it begins and ends",
        related=way(trace, prompt.place),
        severity=severity,
    )


def text_before(parts: tuple[Value, ...]) -> str:
    """The last fixed characters in front of a part; other parts end them."""
    last = parts[-1] if parts else None
    return str(last.value).rstrip()[-NEAR:] if isinstance(last, Literal) else ""


def text_after(parts: tuple[Value, ...]) -> str:
    """The first fixed characters behind a part."""
    first = parts[0] if parts else None
    return str(first.value).lstrip()[:NEAR] if isinstance(first, Literal) else ""


def marks_itself(project: Project, part: Value, prompt: Prompt) -> bool:
    """Whether the texts that the retrieved one is put together with hold marks."""
    written = (trace.value for trace in project.flow.texts(part, prompt.spot))
    fixed = (
        "\n".join(str(piece.value) for piece in (value.parts if isinstance(value, Template) else (value,)) if isinstance(piece, Literal))
        for value in written
        if value
    )
    return any(BOUNDARY.search(text) for text in fixed)
