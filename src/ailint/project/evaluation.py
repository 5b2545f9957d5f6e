"""Evaluations of a project's own: code that asks the model, or the application, and scores what comes back."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import Literal, Mapping, PythonFacts, Ref, Span
from ailint.project.guards import asks_for_main
from ailint.project.reaching import ASKING
from ailint.project.things import CallRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.project import Project

WORDS = re.compile(r"[a-z]+|[A-Z][a-z]*|[A-Z]+(?![a-z])")
PLACES = frozenset({
    "eval", "evals", "evaluation", "evaluations", "evaluate", "evaluator", "evaluators", "benchmark", "benchmarks", "bench", "judge", "judges",
})  # fmt: skip
SCORES = frozenset({
    "score", "scores", "scored", "scorer", "scoring", "grade", "grades", "grader", "graded", "grading", "judge", "judged", "judgement", "verdict",
    "accuracy", "precision", "recall", "f1", "bleu", "rouge", "metric", "metrics", "correct", "correctness", "hit", "mrr", "ndcg", "similarity",
    "faithfulness", "relevance", "passed", "winrate", "grounded", "groundedness",
})  # fmt: skip
ANY_MEASURE = frozenset({"metric", "metrics", "hit", "passed"})
TIMES = frozenset({"latency", "latencies", "throughput", "elapsed", "duration", "durations", "ms", "qps", "percentile", "percentiles"})
GOLD = frozenset({"expected", "gold", "golden", "reference", "truth", "groundtruth", "label", "target", "answerkey"})
DATA = re.compile(r"\.(jsonl?|csv|tsv|ya?ml|parquet|txt)$", re.IGNORECASE)
MOCKS = frozenset({"unittest.mock", "mock", "respx", "responses", "pytest_httpx", "vcr", "pytest_mock"})
ASKING_AFAR = ASKING | {"http.request"}  # the application, over the network
UNREAD = re.compile(r"\.(tsx?|jsx?|mjs|cjs|go|rs|java|kt|rb|ipynb)$")


def own_evaluations(project: Project) -> Iterator[tuple[str, Span, str]]:
    """Where each evaluation stands, and what it is."""
    groups: dict[str, list[str]] = {}
    for path in sorted(project.python):
        place = evaluation_place(path)
        if place and project.role(path) not in {"vendored", "generated", "example"} and (place != path or runs(project, path)):
            groups.setdefault(place, []).append(path)
    for place, found in groups.items():
        paths = [path for path in found if starts(project, path)] if any(serves(project, path) for path in found) else found
        asking = next((ref for path in paths if (ref := first_asking(project, path, ASKING_AFAR))), None)
        if asking and any(scores(project.python[path]) for path in paths):
            yield asking.path, project.resolver.call(asking).span, f"`{place}` asks the model and scores what it says"
    for path, facts in project.python.items():
        if project.role(path) == "test" and not evaluation_place(path) and golden_test(project, path, facts):
            yield path, Span(1, 0, 1, 0), f"`{path}` compares what the model says with a data file"


def evaluation_place(path: str) -> str:
    """The outermost folder of a path that is named for evaluation, else the file itself if it is; empty if neither."""
    parts = path.split("/")
    for index, part in enumerate(parts[:-1]):
        if words(part) & PLACES:
            return "/".join(parts[: index + 1])
    return path if words(parts[-1].partition(".")[0]) & PLACES else ""


def unread_evaluations(project: Project, paths: tuple[str, ...]) -> list[str]:
    """Files that may evaluate but are in a language that is not read."""
    return [path for path in paths if UNREAD.search(path) and path not in project.files and (evaluation_place(path) or ".eval." in path)]


def evaluation_data(project: Project) -> list[str]:
    """Data sets that stand where evaluations are kept."""
    return [path for path, file in project.files.items() if file.table is not None and (evaluation_place(path) or project.role(path) == "eval")]


def words(name: str) -> set[str]:
    """The words of a name: `run_eval`, `RunEval` and `run-eval` have the same."""
    return set(map(str.lower, WORDS.findall(name)))


def runs(project: Project, path: str) -> bool:
    """Whether a file that is named for evaluation is run by itself or as a test, rather than part of the application."""
    return starts(project, path) or (project.role(path) == "eval" and not serves(project, path))


def starts(project: Project, path: str) -> bool:
    """Whether a file is a test or a script, or says what to do where it is run by itself."""
    return any(asks_for_main(block.value) for block in project.python[path].blocks if block.kind == "if") or project.role(path) in {"test", "script"}


def serves(project: Project, path: str) -> bool:
    """Whether the application imports a file: one that judges what it makes while it runs is no evaluation of it."""
    return any(project.role(other) == "app" for other in project.flow.neighbours.importers.get(path, ()))


def asks(project: Project, path: str, roles: frozenset[str] = ASKING) -> bool:
    """Whether a file asks a model, or a function of the project that asks one, itself; or calls one of other roles."""
    return first_asking(project, path, roles) is not None


def first_asking(project: Project, path: str, roles: frozenset[str]) -> CallRef | None:
    """The first call of a file that asks a model, by itself or by what it enters, or has one of other roles."""
    refs = (CallRef(path, index) for index in range(len(project.python[path].calls)))
    return next((ref for ref in refs if project.reaching.call(ref) or has_role(project, ref, roles)), None)


def has_role(project: Project, ref: CallRef, roles: frozenset[str]) -> bool:
    """Whether a call has one of some roles."""
    site = project.sites.at(ref)
    return site is not None and site.role in roles


def scores(facts: PythonFacts) -> bool:
    """Whether the code names what it measures: a function, a variable, a key or an argument called score, accuracy, recall.

    Words that any measure has (`metrics`) do not count where the code measures how long something takes.
    """
    found = set().union(*map(words, names(facts)))
    return bool(found & SCORES - ANY_MEASURE) or (bool(found & ANY_MEASURE) and not found & TIMES)


def names(facts: PythonFacts) -> Iterator[str]:
    """Names that the code itself chooses."""
    yield from (scope.name for scope in facts.scopes)
    for step in facts.steps:
        if isinstance(step.target, Ref):
            yield step.target.name
        if isinstance(step.value, Mapping):
            yield from (str(key.value) for key, _ in step.value.entries if isinstance(key, Literal))
    for call in facts.calls:
        yield from (name for name, _ in call.keywords)


def golden_test(project: Project, path: str, facts: PythonFacts) -> bool:
    """A test without mocks that asks the model, and holds what it says against a data file."""
    if any(imported.module in MOCKS or imported.module.partition(".")[0] in MOCKS for imported in facts.imports):
        return False
    data = any(isinstance(value, Literal) and DATA.search(str(value.value)) for call in facts.calls for value in call.args)
    gold = any(words(name) & (GOLD | SCORES) for name in names(facts))
    return data and gold and any(step.kind == "assert" for step in facts.steps) and asks(project, path)
