"""Prompts that a change touches, and nothing that shows an evaluation."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, NamedTuple

from ailint.checks.changes import Changes
from ailint.checks.prompt_files import users_of
from ailint.checks.prompt_unversioned import is_example, is_prompt_path
from ailint.checks.prompt_without_eval import constant
from ailint.facts import Place, Span, Verdict, satisfied, violated
from ailint.project.evidence import RUNNING
from ailint.project.prompts import says

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.project import Project

HOLE = re.compile(r"\{\{.*?\}\}|\{[^{}\n]*\}|\x00")
REMARK = re.compile(r"\{#.*?#\}|<!--.*?-->", re.DOTALL)
PROMPT_KEY = re.compile(r"prompt|instruction|system|template|persona", re.IGNORECASE)
SETTINGS = frozenset({"yaml", "json", "toml"})
WHOLE_LINE = 1 << 16  # bytes: a column after the end of any line
ALIKE = 0.4


class Text(NamedTuple):
    """A prompt: what it is called, where it stands, and its text as written and without layout. `rest` tells one whose end was not read."""

    name: str
    place: Place
    lines: tuple[str, ...]
    plain: str
    rest: int = 0

    @property
    def said(self) -> tuple[str, int]:
        """What decides whether it changed."""
        return self.plain, self.rest


def prompt_changed_without_eval(project: Project, *, evidence: Iterable[str] = ()) -> Iterator[Verdict]:
    """Every prompt whose text changed since the base has something else changed that shows its evaluation, or a pipeline that runs one."""
    base = project.base
    if base is None:
        return
    before, today = list(texts(base.project)), list(texts(project))
    were, are = {text.said for text in before}, {text.said for text in today}
    changed, gone = [text for text in today if text.said not in were], [text for text in before if text.said not in are]
    changes = Changes(project, base, evidence)
    for now in changed:
        was = counterpart(now, [text for text in gone if base.now(text.place.path) == now.place.path and text.name == now.name])
        if was:
            gone.remove(was)
            yield judged(changes, now, was)


def judged(changes: Changes, now: Text, was: Text) -> Verdict:
    """The verdict on a prompt that changed."""
    shown = changes.shown_by(now.place, frozenset(filter(None, (now.name, now.place.symbol.rpartition(".")[2]))))
    if shown:
        return satisfied(now.place, f"The prompt changed, and {shown}")
    what = f"The prompt `{now.name}`" if now.name else "This prompt"
    words = f"{what} changed, and no evaluation case, result or configuration, no version and no changelog entry changed with it"
    return violated(first_changed(now, was), words, related=changes.could_have(now.place), data=now.name)


def counterpart(now: Text, before: list[Text]) -> Text | None:
    """What a prompt was: of several without a name the most similar one."""
    if now.name or not before:
        return before[0] if before else None
    likeness, index = max((SequenceMatcher(None, text.plain, now.plain).quick_ratio(), -number) for number, text in enumerate(before))
    return before[-index] if likeness >= ALIKE else None


def first_changed(now: Text, was: Text) -> Place:
    """The first line that is another, where the lines of the text are those of the file; else the whole prompt."""
    span = now.place.span
    same = next((number for number, (one, other) in enumerate(zip(now.lines, was.lines, strict=False)) if plain(one) != plain(other)), None)
    number = min(len(now.lines), len(was.lines)) if same is None else same
    line = span.line + number
    if not 0 < number < len(now.lines) or line > span.end_line:
        return now.place
    return Place(now.place.path, Span(line, 0, line, WHOLE_LINE), now.place.symbol)


def texts(project: Project) -> Iterator[Text]:
    """The prompts of what runs in production: texts in the code, files, and texts in settings."""
    for prompt in project.prompts:
        if project.role(prompt.place.path) in RUNNING and prompt.instructs and not is_example(project, prompt):
            yield Text(constant(project, prompt), prompt.place, tuple(prompt.fixed.split("\n")), plain(prompt.fixed))
    for path, file in project.files.items():
        if file.text is not None and users_of(project, path):
            lines = tuple(file.text.head.split("\n"))
            rest = file.text.length if file.text.length > len(file.text.head) else 0
            yield Text(path.rpartition("/")[2], Place(path, Span(1, 0, len(lines), WHOLE_LINE)), lines, plain(file.text.head), rest)
        elif file.format in SETTINGS and project.role(path) in RUNNING and is_prompt_path(project, path):
            yield from in_settings(project, path)


def in_settings(project: Project, path: str) -> Iterator[Text]:
    """The prompts in a settings file that is kept for them."""
    for setting in project.files[path].settings:
        value = setting.value
        if isinstance(value, str) and any(PROMPT_KEY.search(part) for part in setting.key) and any(says(line) for line in value.splitlines()):
            yield Text(".".join(setting.key), Place(path, setting.span), tuple(value.split("\n")), plain(value))


def plain(text: str) -> str:
    """A text without layout, remarks, and the names of what is put in."""
    return " ".join(HOLE.sub("{}", REMARK.sub("", text)).split())
