"""Retrieved text in a prompt without anything that shows where it begins and ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.paths import way
from ailint.facts import Literal, Severity, Template, satisfied, violated
from ailint.project.prompts import fixed_text
from ailint.project.structure import END

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Value, Verdict
    from ailint.project import Project
    from ailint.project.flow import Trace
    from ailint.project.prompts import Prompt

NEAR = 80
FEW_WORDS = 8
LOOPS = frozenset({"for", "while", "comprehension"})
MARK = re.compile(r"([^\w\s.!?])\1{2}|</?[A-Za-z][\w -]{0,40}>")
BOUNDARY = re.compile(
    r"<[A-Za-z/|][^<>\n]{0,60}>|([^\w\s.!?])\1{2}|_{3}|#{2}|\[/?[A-Z][A-Z _]{2,40}\]|"
    r"\b(?:BEGIN|START|END) (?:OF )?[A-Z]|\"\w{1,40}\": ?\"?$|[{\[]$"
)


def retrieved_content_undelimited(project: Project) -> Iterator[Verdict]:
    """Retrieved text stands between marks of its own wherever it is put into a prompt."""
    for prompt in project.prompts:
        if isinstance(prompt.value, Template) and any(character.isalpha() for character in prompt.fixed) and not is_piece(project, prompt):
            for place, part in enumerate(prompt.value.parts):
                trace = retrieved(project, part, prompt) if not isinstance(part, Literal) else None
                if trace is not None:
                    yield judged(project, prompt, place, trace)
                    break


def retrieved(project: Project, part: Value, prompt: Prompt) -> Trace | None:
    """The trace of retrieved text that one part of a prompt holds."""
    return next((trace for trace in project.flow.sources(part, prompt.spot, against="instructions") if trace.kind == "retrieved"), None)


def judged(project: Project, prompt: Prompt, place: int, trace: Trace) -> Verdict:
    """The verdict on one prompt."""
    parts = prompt.value.parts if isinstance(prompt.value, Template) else ()
    marked = BOUNDARY.search(text_before(parts[:place])) or BOUNDARY.search(text_after(parts[place + 1 :]))
    if marked or marks_itself(project, parts[place], prompt) or marks_beside(project, prompt):
        return satisfied(prompt.place, "marks show where the retrieved text begins or ends")
    if stands_alone(prompt):
        return satisfied(prompt.place, "the retrieved text is a message of its own")
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


def is_piece(project: Project, prompt: Prompt) -> bool:
    """Whether a text is one of several that are put together: added to another, or made once an item."""
    bindings = project.resolver.bindings(prompt.spot.path)
    step = bindings.facts.steps[prompt.spot.at] if prompt.spot.at != END else None
    return (step is not None and step.kind == "augment") or next(bindings.enclosing(prompt.spot.block, LOOPS), None) is not None


def stands_alone(prompt: Prompt) -> bool:
    """Whether a message holds the retrieved text and a few words about it."""
    parts = prompt.value.parts if isinstance(prompt.value, Template) else ()
    put_in = [part for part in parts if not isinstance(part, Literal)]
    return len(put_in) == 1 and "system" not in prompt.roles and len(prompt.fixed.split()) <= FEW_WORDS


def marks_beside(project: Project, prompt: Prompt) -> bool:
    """Whether the same function writes marks into other pieces of the same message."""
    beside = (other for other in project.prompts if other.place.path == prompt.place.path and other.place.symbol == prompt.place.symbol)
    return any(set(other.uses) & set(prompt.uses) and MARK.search(words_of(other.fixed)) for other in beside)


def marks_itself(project: Project, part: Value, prompt: Prompt) -> bool:
    """Whether the texts that the retrieved one is put together with hold marks."""
    written = (trace.value for trace in project.flow.texts(part, prompt.spot))
    return any(BOUNDARY.search(words_of(fixed_text(value))) for value in written if value is not None)


def words_of(fixed: str) -> str:
    """The fixed text of a prompt, with a blank where something is put in."""
    return fixed.replace("\x00", " ")
