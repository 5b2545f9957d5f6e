"""Evaluation cases that the model was shown before: in training data, in prompts, or twice in the evaluation itself."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import Place, Related, Span, Verdict, satisfied, violated
from ailint.project.evaluation import evaluation_data, evaluation_place, words
from ailint.project.evidence import RUNNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Row, Table
    from ailint.project import Project
    from ailint.project.profile import SubProject

ASKED = ("input", "inputs", "question", "prompt", "query", "instruction", "user", "text", "request", "message")
EXPECTED = (
    "expected_output",
    "expected_answer",
    "expected",
    "ground_truth",
    "reference",
    "ideal",
    "answer",
    "output",
    "outputs",
    "completion",
    "response",
    "target",
    "label",
)
TRAINING = frozenset({"train", "training", "finetune", "finetuning", "tuning", "sft"})
TRAIN_SPLITS = frozenset({"train", "training"})
SMOKE = frozenset({"smoke", "sanity", "example", "examples", "sample", "samples"})
GAPS = re.compile(r"[\W_]+")
TOP = Span(1, 0, 1, 0)
ENOUGH_ROWS = 20
MOST_RELATED = 6


class Case(NamedTuple):
    """One row of evaluation data, as plain words: what is asked and what is expected."""

    place: Place
    asked: str
    expected: str


def eval_contamination(project: Project, *, characters: int = 40, duplicates: float = 0.05) -> Iterator[Verdict]:
    """Cases of at least `characters` stand in no training data and no prompt, and at most the share `duplicates` of them is there twice."""
    shown = list(material(project))
    trained = {(case.asked, case.expected): case.place for path in training_data(project) for case in cases(project, path)}
    for subproject in project.subprojects:
        paths = [path for path in evaluation_data(project) if project.subproject_of(path).path == subproject.path and not words(path) & SMOKE]
        found = [case for path in paths for case in cases(project, path) if len(case.asked) + len(case.expected) >= characters]
        if found:
            yield judged(project, subproject, found, trained, shown, characters, duplicates)


def judged(  # noqa: PLR0913, PLR0917 -- the cases, what they are looked for in, and two limits
    project: Project,
    subproject: SubProject,
    found: list[Case],
    trained: dict[tuple[str, str], Place],
    shown: list[tuple[Place, str]],
    characters: int,
    duplicates: float,
) -> Verdict:
    """The verdict on the cases of a sub-project."""
    place = project.manifest(subproject)
    learnt = [(case, trained[case.asked, case.expected], "training data") for case in found if (case.asked, case.expected) in trained]
    quoted = [(case, where, "a prompt") for case in found if len(case.asked) >= characters for where, text in shown if quotes(text, case)]
    for hits, what in ((learnt, "training data"), (quoted, "prompts")):
        if hits:
            count = len({case.place for case, _, _ in hits})
            related = tuple(Related(at, f"{where}, with the case at line {case.place.span.line} of `{case.place.path}`") for case, at, where in hits)
            lack = f"{count} of {len(found)} evaluation cases, question and answer, stand in {what} too"
            return violated(place, lack, related=related[:MOST_RELATED], subproject=subproject.path)
    repeated = list(repeats(found))
    if len(found) >= ENOUGH_ROWS and len(repeated) > duplicates * len(found):
        related = tuple(Related(case.place, "a case that is there twice") for case in repeated[:MOST_RELATED])
        return violated(place, f"{len(repeated)} of {len(found)} evaluation cases repeat another", related=related, subproject=subproject.path)
    related = tuple(Related(Place(path, TOP), "evaluation cases that are held out") for path in dict.fromkeys(case.place.path for case in found))
    words = f"None of {len(found)} evaluation cases stands in training data or prompts"
    return satisfied(place, words, related=related[:MOST_RELATED], subproject=subproject.path)


def quotes(text: str, case: Case) -> bool:
    """Whether a text holds a case, question and answer; both are plain words."""
    start = f" {text} ".find(f" {case.asked} ")
    return start >= 0 and f" {case.expected} " in f" {text} "[start + len(case.asked) + 1 :]


def repeats(found: list[Case]) -> Iterator[Case]:
    """The cases that are not the first of their words in their file."""
    seen: Counter[tuple[str, str, str]] = Counter()
    for case in found:
        key = case.place.path, case.asked, case.expected
        seen[key] += 1
        if seen[key] > 1:
            yield case


def training_data(project: Project) -> Iterator[str]:
    """Data sets that are named for training."""
    for path, file in project.files.items():
        if file.table is not None and words(path) & TRAINING and not evaluation_place(path.rpartition("/")[2]):
            yield path


def cases(project: Project, path: str) -> Iterator[Case]:
    """The rows of a data set that have a question and an answer; rows that say they are for training are none."""
    table = project.files[path].table
    asked, expected = (column(table, names) for names in (ASKED, EXPECTED)) if table is not None else (None, None)
    if table is None or asked is None or expected is None:
        return
    split = column(table, ("split",))
    for row in table.rows:
        if not (words(path) & TRAINING) and split is not None and field(row, split) in TRAIN_SPLITS:
            continue
        if field(row, asked) and field(row, expected):
            yield Case(Place(path, Span(row.line, 0, row.line, 0)), field(row, asked), field(row, expected))


def column(table: Table, names: tuple[str, ...]) -> int | None:
    """The place of the first of some names among the columns."""
    lower = [name.lower() for name in table.columns]
    return next((lower.index(name) for name in names if name in lower), None)


def field(row: Row, index: int) -> str:
    """A field of a row as plain words."""
    return plain(row.fields[index]) if index < len(row.fields) else ""


def plain(text: str) -> str:
    """The words of a text, whatever stands between them."""
    return GAPS.sub(" ", text).strip().lower()


def material(project: Project) -> Iterator[tuple[Place, str]]:
    """What prompts say, and the other texts of modules that hold prompts, as plain words."""
    holding = {prompt.place.path for prompt in project.prompts if project.role(prompt.place.path) in RUNNING}
    for path in sorted(holding):
        if not evaluation_place(path):
            texts = [text for _, text, _ in project.resolver.bindings(path).texts]
            yield Place(path, TOP), plain(" ".join(texts))
    for path, file in project.files.items():
        if file.text is not None and project.role(path) in RUNNING and not evaluation_place(path):
            yield Place(path, TOP), plain(file.text.head)
