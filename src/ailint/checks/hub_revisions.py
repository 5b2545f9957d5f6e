"""Models and data sets that are downloaded without saying which version of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.hub import BRANCHES, COMMIT, Origin, Source, source_of
from ailint.facts import Outcome, Related, Severity, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Given

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ailint.project import Project
    from ailint.project.sites import Site

# kinds of file that a data set's loader takes in place of an id
FILE_KINDS = frozenset({
    "json", "csv", "parquet", "text", "arrow", "pandas", "sql", "xml", "webdataset", "imagefolder", "audiofolder", "videofolder", "pdffolder",
    "generator", "lance", "hdf5",
})  # fmt: skip


def hf_revision_unpinned(project: Project, *, trusted_publishers: Sequence[str] = ()) -> Iterator[Verdict]:
    """Every model that comes from a hub is pinned to a revision; one finding a model and file."""
    sites = (site for site in project.calls("model.load", "embed.client", "llm.client", "rerank") if not _kind(site, project))
    yield from _grouped(_answers(sites, project, "model", trusted_publishers))


def hf_dataset_unpinned(project: Project) -> Iterator[Verdict]:
    """Every data set that comes from a hub is pinned to a revision; one finding a data set and file."""
    sites = [site for site in project.calls("dataset.load") if not _reads_files(site, project)]
    sites += [site for site in project.calls("model.load") if _kind(site, project) == "dataset"]
    yield from _grouped(_answers(sites, project, "dataset"))


Answer = tuple[str, str, Verdict]


def _kind(site: Site, project: Project) -> str:
    """What kind of repository a download is from, where the call says so."""
    return next((str(kind) for kind in project.argument(site, "repo_kind").constants if kind and kind != "model"), "")


def _reads_files(site: Site, project: Project) -> bool:
    """Whether a data set is read from files that the call names."""
    return any(constant in FILE_KINDS for constant in project.argument(site, "dataset").constants)


def _answers(sites: Iterable[Site], project: Project, argument: str, trusted: Sequence[str] = ()) -> Iterator[Answer]:
    for site in sites:
        if "revision" not in site.meaning.arguments or _stays_local(site, project):
            continue
        source = source_of(site, project, argument)
        if source is None or source.origin is Origin.LOCAL or source.name.split("/")[0] in trusted:
            continue
        yield site.path, source.name, _judged(site, project, argument, source)


def _stays_local(site: Site, project: Project) -> bool:
    return project.argument(site, "local_files").constants in ([True], ["local"])


def _judged(site: Site, project: Project, argument: str, source: Source) -> Verdict:
    if site.meaning.arguments["revision"] == site.meaning.arguments.get(argument):
        return _pinned_in_id(site, source)
    revision = project.argument(site, "revision")
    texts = [str(constant) for constant in revision.constants if constant]
    if texts and all(COMMIT.match(text) for text in texts):
        return satisfied(site.place, "pinned to a commit")
    if texts and not BRANCHES.intersection(texts):
        return satisfied(site.place, f"pinned to `{texts[0]}`, which is weaker than a commit")
    if source.origin is Origin.UNKNOWN:
        return unknown(site.place, "what it loads cannot be told")
    if texts or revision.given is Given.ABSENT or revision.given is Given.DEFAULT or revision.is_none:
        return violated(site.place, _words(source, texts), severity=_severity(site, project))
    return unknown(site.place, "its revision cannot be told")


def _pinned_in_id(site: Site, source: Source) -> Verdict:
    """For libraries that take the revision as a part of the id, after a colon or an `@`."""
    if source.origin is not Origin.HUB:
        return unknown(site.place, "what it loads cannot be told")
    _, _, tag = source.name.replace("@", ":").partition(":")
    if tag and tag not in BRANCHES:
        return satisfied(site.place, f"pinned to `{tag}`")
    return violated(site.place, _words(source, [tag] if tag else []))


def _words(source: Source, texts: list[str]) -> str:
    what = f"`{source.name}`" if source.origin is Origin.HUB else f"What `{source.name}` names"
    if texts:
        return f"{what} is downloaded from the branch `{texts[0]}`, which moves"
    beside = "" if source.origin is Origin.HUB else " and no option beside it sets one:"
    return f"{what} is downloaded without a revision{beside or ':'} whatever its publisher pushes next is what runs"


def _severity(site: Site, project: Project) -> Severity | None:
    """Worse where code of the repository is run, or its weights are read through pickle."""
    runs_code = True in project.argument(site, "trust_remote_code").constants
    pickled = project.argument(site, "safetensors").constants == [False]
    return Severity.CRITICAL if runs_code or pickled else None


def _grouped(answers: Iterator[Answer]) -> Iterator[Verdict]:
    """One violated verdict a file and id, worst and first, the others related."""
    groups: dict[tuple[str, str], list[Verdict]] = {}
    for path, name, verdict in answers:
        if verdict.outcome is Outcome.VIOLATED:
            groups.setdefault((path, name), []).append(verdict)
        else:
            yield verdict
    for verdicts in groups.values():
        first, *others = verdicts
        severity = min((v.severity for v in verdicts if v.severity), key=lambda found: found.rank, default=None)
        yield violated(first.place, first.message, severity=severity, related=tuple(Related(v.place, "and here") for v in others))
