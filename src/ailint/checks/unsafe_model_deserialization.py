"""Models and embeddings that are read through pickle, which runs whatever the file says."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.files import opens, path_text
from ailint.facts import Attribute, Literal, Ref, Severity, Value, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Given
from ailint.project.text import HOLE
from ailint.project.things import CallRef, Environment, External, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site

MODEL_FILE = re.compile(r"\.(joblib|pt|pth|bin|ckpt|sav)\b", re.IGNORECASE)
WORD = re.compile(r"[a-z]+")
ARTEFACTS = frozenset({
    "model", "models", "weights", "checkpoint", "checkpoints", "ckpt", "embedding", "embeddings", "embedder", "vector", "vectors", "vectorizer",
    "vectorstore", "index", "faiss", "tokenizer", "vocab", "vocabulary", "scaler", "encoder", "classifier", "clf", "regressor", "estimator",
    "pipeline", "predictor", "meta", "bm", "tfidf", "store", "corpus", "docstore", "retriever", "ranker", "reranker", "lda", "svm", "forest",
    "xgb", "lgbm", "kmeans", "pca", "label", "features", "docs", "documents", "chunks",
})  # fmt: skip
OTHER_THINGS = frozenset({
    "cookie", "cookies", "session", "sessions", "credential", "credentials", "creds", "auth", "oauth", "token", "tokens", "history", "state",
    "queue", "message", "messages", "job", "task", "result", "results", "log", "logs", "chat", "conversation", "memory", "settings", "config",
    "user", "users", "cached", "response", "responses",
})  # fmt: skip
DIGESTS = ("hashlib.", "hmac.", "cryptography.")
DEEPEST = 3
PICKLING = frozenset({"dump", "dumps"})
WRITING = ("dump", "to_pickle", "save")
FILES = frozenset({"model.load", "dataset.load", "artifact.fetch"})
FETCHED = FILES | {"http.request"}


def unsafe_model_deserialization(project: Project) -> Iterator[Verdict]:
    """Every saved model is read from a format that holds no code, or with the library's guard against code on."""
    for site in project.calls("artifact.load"):
        verdict = _judged(site, project)
        if verdict is not None:
            yield verdict


def _judged(site: Site, project: Project) -> Verdict | None:
    guarded = "safe" in site.meaning.arguments or "safe" in site.meaning.defaults or "unsafe" in site.meaning.arguments
    verdict = _by_flag(site, project) if guarded else _by_path(site, project)
    if verdict is not None and verdict.outcome == "violated" and _checks_digest(site, project):
        return satisfied(site.place, "a digest of the file is checked first")
    return verdict


def _by_flag(site: Site, project: Project) -> Verdict:
    """For loaders that have a flag: what it ends up as."""
    name, bad = ("safe", False) if "safe" in site.meaning.arguments or "safe" in site.meaning.defaults else ("unsafe", True)
    flag = project.argument(site, name)
    value = flag.default if flag.given is Given.DEFAULT else next(iter(flag.constants), None) if len(flag.things) == 1 else None
    spelling = next(iter(site.meaning.arguments.get(name, ())), "")
    loader = site.meaning.name.rpartition(".")[2]
    if value is bad and flag.given is Given.CALL:
        return violated(site.place, f"`{spelling}={bad}` lets the file run code when it is loaded", severity=_severity(site, project, None))
    if value is bad or (flag.given is Given.UNKNOWN and project.written(site, name) is None and _old_version_possible(site, project, name, bad=bad)):
        without = f"`{loader}` without `{spelling}` reads the file through pickle"
        words = without if spelling else f"`{loader}` lifts the protection against code in saved models"
        suffix = "" if value is bad else " in the versions that may be installed"
        return violated(site.place, words + suffix, severity=_severity(site, project, Severity.MEDIUM))
    if flag.given is Given.UNKNOWN or (flag.given is Given.CALL and value is None and not _is_list(flag.things)):
        return unknown(site.place, "whether the file may run code is decided elsewhere")
    return satisfied(site.place, "the file can run no code")


def _is_list(things: tuple[object, ...]) -> bool:
    return bool(things) and not any(isinstance(thing, Environment) for thing in things)


def _old_version_possible(site: Site, project: Project, name: str, *, bad: bool) -> bool:
    """Whether the library's default differs between versions, and one that may be installed reads pickle."""
    meanings = project.knowledge.meanings(site.thing.origin)
    versions = project.versions(project.subproject_of(site.path))
    return any(meaning.defaults.get(name) is bad and versions.any_may_be(meaning) for meaning in meanings if meaning.versions)


def _by_path(site: Site, project: Project) -> Verdict | None:
    """For loaders that always trust: whether what they read is a model or an embedding, or was fetched from elsewhere."""
    value = project.given(site, "path")
    if value is None:
        return None
    if _is_fetched(value, site.spot, project):
        return violated(site.place, "What was just downloaded is unpickled, which runs whatever it says", severity=Severity.CRITICAL)
    text = path_text(value, site.spot, project)
    words = set(WORD.findall(f"{text} {_names(value)} {_target(site)}".lower()))
    if MODEL_FILE.search(text) or words & ARTEFACTS:
        shown = text.replace(HOLE, "…").strip("…/") or _names(value)
        what = f"`{shown}`" if shown else f"What becomes `{_target(site)}`"
        return violated(site.place, f"{what} is unpickled, which runs whatever the file says", severity=_own_file(text, site, project))
    return None if words & OTHER_THINGS or text.strip(HOLE) else unknown(site.place, "what it reads cannot be told")


def _target(site: Site) -> str:
    """The name that the result is given."""
    step = site.facts.steps[site.call.step] if site.call.step < len(site.facts.steps) else None
    return step.target.name if step is not None and isinstance(step.target, Ref) else ""


def _names(value: Value) -> str:
    return value.name if isinstance(value, Ref | Attribute) else str(value.value) if isinstance(value, Literal) else ""


def _is_fetched(value: Value, spot: Spot, project: Project, depth: int = 0, roles: frozenset[str] = FETCHED) -> bool:
    """Whether the value is what a download or a web request gave, or is wrapped around that; a path in an answer is no download."""
    makers = [maker for thing in project.things(value, spot) if isinstance(thing, External) for maker in thing.makers]
    if any((site := project.sites.at(maker)) is not None and site.role in roles for maker in makers):
        return True
    return depth < DEEPEST and any(
        _is_fetched(part, project.resolver.spot(maker), project, depth + 1, FILES if opens(maker, project) else roles)
        for maker in makers
        for part in project.resolver.call(maker).args
    )


def _severity(site: Site, project: Project, otherwise: Severity | None) -> Severity | None:
    value = project.given(site, "path")
    return Severity.CRITICAL if value is not None and _is_fetched(value, site.spot, project) else otherwise


def _own_file(text: str, site: Site, project: Project) -> Severity | None:
    """Less severe where the project itself writes a file of that name or, where no name can be told, the same file of code pickles too."""
    name = text.replace(HOLE, "").rpartition("/")[2]
    if not name:
        return Severity.MEDIUM if any(call.name in PICKLING for call in site.facts.calls) else None
    writing = {path for path, written in project.shared("files written", lambda: _written(project)) if name in written}
    return None if not writing else Severity.LOW if site.path in writing else Severity.MEDIUM


def _written(project: Project) -> list[tuple[str, str]]:
    """What stands for a file in each call that writes one, with the file of the call."""
    refs = (ref for name in WRITING for ref in project.resolver.calls_by_tail.get(name, ()))
    calls = ((ref.path, project.resolver.call(ref), project.resolver.spot(ref)) for ref in refs)
    return [(path, path_text(value, spot, project)) for path, call, spot in calls for value in call.args[:2]]


def _checks_digest(site: Site, project: Project) -> bool:
    """Whether the function computes or compares a digest before it loads."""
    for index, call in enumerate(site.facts.calls):
        if call.scope == site.call.scope and call.step <= site.call.step:
            for thing in project.resolver.callee(CallRef(site.path, index)):
                if isinstance(thing, External) and thing.origin.startswith(DIGESTS):
                    return True
    return False
