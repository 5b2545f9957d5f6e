"""Texts that are embedded without telling the model whether they are queries or documents, where it asks for that."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import Verdict, satisfied, unknown, violated
from ailint.project.arguments import Given
from ailint.project.embedders import MAKING, Embedder, embedder
from ailint.project.makers import makers_of
from ailint.read.mentions import PURPOSE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.project import Project
    from ailint.project.sites import Site
    from ailint.project.things import CallRef

READING, WRITING = ("vector.query", "vector.retriever"), ("vector.write",)
VECTORS = ("embeddings", "documents", "vector")
# comparing texts of one kind with each other needs no roles
SYMMETRIC = re.compile(
    r"cluster|sentiment|dedup|duplicat|topic|classif|paraphras|pairwise|(?:^|_)sts(?:_|$)|anomal|outlier|kmeans|dbscan", re.IGNORECASE
)
RETRIEVAL = re.compile(r"(?:^|[_/.-])(?:query|queries|question|search|retriev\w*|rag|corpus|passages?|ingest|chunks?)(?:$|[_/.-])", re.IGNORECASE)
DOCUMENT, QUERY = re.compile(r"document|passage", re.IGNORECASE), re.compile(r"query", re.IGNORECASE)


class Sides(NamedTuple):
    """Calls whose vectors are written to a store, and those whose vectors it is searched with."""

    written: frozenset[CallRef]
    asked: frozenset[CallRef]


def embedding_role_not_set(project: Project) -> Iterator[Verdict]:
    """Every text that a model with two roles embeds says which of them it has, and the right one."""
    for site in project.calls(*MAKING):
        if "purpose" in site.meaning.arguments and not is_symmetric(project, site):
            model = embedder(project, site)
            if model.variable or not model.model:
                yield unknown(site.place, "which model embeds here cannot be told")
            elif model.known is not None and model.known.purpose:
                yield judged(project, site, model)


def judged(project: Project, site: Site, model: Embedder) -> Verdict:
    """The verdict on one call of a model that has two roles."""
    purpose = project.argument(site, "purpose")
    if purpose.given is Given.UNKNOWN:
        return unknown(site.place, "whether the model is told the role cannot be seen")
    if purpose.given is Given.CALL and not purpose.is_none:
        wrong = wrong_side(project, site, [str(constant) for constant in purpose.constants]) if len(purpose.things) == 1 else ""
        return violated(site.place, wrong) if wrong else satisfied(site.place, "the model is told what the text is")
    if model.known is not None and model.known.purpose == "prefix":
        return unprefixed(project, site, model)
    if not is_retrieval(project, site):
        return unknown(site.place, "nothing shows that the vectors are searched")
    return violated(site.place, f"`{model.model}` is not told whether it embeds a query or documents, and the two are then embedded alike")


def unprefixed(project: Project, site: Site, model: Embedder) -> Verdict:
    """A model that reads the role at the beginning of the text: the words may stand anywhere in the project."""
    if PURPOSE in project.vocabulary.words or any(is_prefix(project, path) for path in project.files):
        return satisfied(site.place, "texts are marked as query or passage")
    if not is_retrieval(project, site):
        return unknown(site.place, "nothing shows that the vectors are searched")
    words = f"`{model.model}` expects `query: ` or `passage: ` before each text, and nothing in the project puts it there"
    return violated(site.place, words)


def is_prefix(project: Project, path: str) -> bool:
    """Whether a file of settings holds the words."""
    return any(isinstance(setting.value, str) and setting.value.startswith(("query:", "passage:")) for setting in project.files[path].settings)


def wrong_side(project: Project, site: Site, told: Iterable[str]) -> str:
    """What is wrong with a role that is given: documents are written with the role of queries, or the other way round."""
    purpose = next(iter(told), "")
    known = sides(project)
    if DOCUMENT.search(purpose) and site.ref in known.asked:
        also = ", as what is stored is" if site.ref in known.written else ""
        return f"The question is embedded as `{purpose}`{also}: it gets the role of what it should find"
    if QUERY.search(purpose) and site.ref in known.written and site.ref not in known.asked:
        return f"What is stored is embedded as `{purpose}`: it gets the role of the questions that should find it"
    return ""


def sides(project: Project) -> Sides:
    """Which calls make the vectors that are stored, and those that are searched with."""
    return project.shared("sides of embedding calls", lambda: Sides(_behind(project, WRITING), _behind(project, READING)))


def _behind(project: Project, roles: tuple[str, ...]) -> frozenset[CallRef]:
    sites = project.calls(*roles)
    values = [(value, site.spot) for site in sites for name in VECTORS if (value := project.given(site, name)) is not None]
    return frozenset(maker.ref for value, spot in values for maker in makers_of(project, value, spot, "embed.call"))


def is_symmetric(project: Project, site: Site) -> bool:
    """Whether texts of one kind are compared with each other here, by what the code is called or what it uses."""
    imports = (f"{imported.module} {imported.name}" for imported in project.python[site.path].imports)
    return any(SYMMETRIC.search(words) for words in (site.path, site.scope.symbol, *imports))


def is_retrieval(project: Project, site: Site) -> bool:
    """Whether the vectors are made to be searched: a store is, or the names say so."""
    known = sides(project)
    if site.ref in known.written or site.ref in known.asked:
        return True
    own = project.subproject_of(site.path).path
    if any(project.subproject_of(other.path).path == own for other in project.calls(*READING, *WRITING)):
        return True
    return any(map(RETRIEVAL.search, (site.path, *project.python[site.path].words)))
