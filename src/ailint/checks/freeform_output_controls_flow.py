"""Branches that a model decides in its own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.branches import Branch, branches, conditions
from ailint.checks.free_words import Sought, free_words, sought_in
from ailint.checks.leaving import tidies, waits_for_person
from ailint.checks.output_parsed_without_schema import structured
from ailint.facts import Place, Related, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Given
from ailint.project.evaluation import evaluation_place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.bindings import Bindings
    from ailint.project.things import CallRef

FEWEST_TOKENS = 1


def freeform_output_controls_flow(project: Project) -> Iterator[Verdict]:
    """What code branches on was asked for as one of a few values; one finding a function, where its first branch stands."""
    for path in project.python:
        if project.role(path) not in {"test", "vendored", "generated"} and not evaluation_place(path):
            yield from judged(project, path)


def judged(project: Project, path: str) -> Iterator[Verdict]:
    """The verdicts on one file."""
    decided: dict[str, list[tuple[Place, tuple[CallRef, ...]]]] = {}
    bindings = project.resolver.bindings(path)
    for branch in branches(bindings):
        asked = tuple(dict.fromkeys(ref for tested in texts_of(project, branch) for ref in free_words(project, tested)))
        if asked and not is_harmless(project, bindings, branch):
            decided.setdefault(branch.place.symbol, []).append((branch.place, asked))
    for found in decided.values():
        yield verdict(project, found)


def texts_of(project: Project, branch: Branch) -> Iterator[Sought]:
    """The texts whose words a branch goes by."""
    kind = "case" if branch.block >= 0 and project.python[branch.spot.path].blocks[branch.block].kind == "case" else ""
    for condition in [branch.test] if kind else conditions(branch.test):
        yield from sought_in(project, condition, branch, kind)


def is_harmless(project: Project, bindings: Bindings, branch: Branch) -> bool:
    """Whether nothing hangs on the branch: it tidies the text up, shows something, or ends a conversation with a person."""
    return tidies(project, bindings, branch) or waits_for_person(project, bindings, branch.block)


def verdict(project: Project, found: list[tuple[Place, tuple[CallRef, ...]]]) -> Verdict:
    """The verdict on the branches of one function."""
    place = found[0][0]
    calls = list(dict.fromkeys(ref for _, asked in found for ref in asked))
    given = {Given.CALL if one_token(project, ref) else structured(project, ref) for ref in calls}
    related = (
        *(Related(project.flow.call_place(ref), "the words come from this call, which may answer anything") for ref in calls),
        *(Related(other, "decided by its words as well") for other, _ in found[1:]),
    )
    if given & {Given.CALL, Given.DEFAULT}:
        return satisfied(place, "the call may answer only what was asked for", related=related)
    if Given.UNKNOWN in given:
        return unknown(place, "whether the call asks for one of a few values could not be told", related=related)
    return violated(place, "The model's own words decide this branch: any other wording, or a word in passing, takes the wrong way", related=related)


def one_token(project: Project, ref: CallRef) -> bool:
    """Whether the model may answer with one token only."""
    site = project.sites.at(ref)
    return site is not None and project.argument(site, "max_output").numbers == [FEWEST_TOKENS]
