"""Fine-tuning that is judged by the data it learns from."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import Verdict, satisfied, unknown, violated
from ailint.project.arguments import Given
from ailint.project.things import External, Opaque

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.arguments import Argument
    from ailint.project.sites import Site

OFF = frozenset({"no", "none", "false", ""})
PRETRAINING = re.compile(r"pre[-_ ]?train", re.IGNORECASE)
SCORING = re.compile(r"^_*(?:evaluate|eval|validate|predict|benchmark|score|test)(?:_|$)|_(?:eval|evaluation|benchmark)$")


def finetune_without_validation(project: Project) -> Iterator[Verdict]:
    """A fine-tuning run is given data that it does not learn from, and looks at it; a trainer is judged once."""
    judged = set()
    for site in project.calls("train.run", "finetune.run"):
        trainer = site.thing.makers or (site.ref,)
        if "validation" in site.meaning.arguments and trainer not in judged and not _is_pretraining(project, site):
            judged.add(trainer)
            yield _judged(project, site)


def _is_pretraining(project: Project, site: Site) -> bool:
    return any(PRETRAINING.search(str(kind)) for kind in project.argument(site, "kind").constants)


def _judged(project: Project, site: Site) -> Verdict:
    held_out = project.argument(site, "validation")
    if held_out.given is Given.ABSENT or held_out.is_none:
        return _without(project, site)
    if held_out.given is Given.UNKNOWN or all(isinstance(thing, Opaque) for thing in held_out.things):
        return unknown(site.place, "whether it is given held-out data cannot be told")
    if None in held_out.constants:
        return unknown(site.place, "whether data is held out depends on a setting")
    return _looked_at(project, site)


def _without(project: Project, site: Site) -> Verdict:
    """For a run without held-out data: another step may still score what comes of it."""
    if _scores_itself(site):
        return unknown(site.place, "this file scores the model in its own way")
    if project.evidence("evaluation", project.subproject_of(site.path)):
        return unknown(site.place, "the project has an evaluation, and whether it scores this model cannot be told")
    words = "Nothing is held out from this fine-tuning: its loss falls just as well when it only learns its examples by heart"
    return violated(site.place, words)


def _looked_at(project: Project, site: Site) -> Verdict:
    """For a run with held-out data: some trainers look at it only when they are told when."""
    if "strategy" not in site.meaning.arguments:
        return satisfied(site.place, "held-out data is given")
    strategy = project.argument(site, "strategy")
    if _is_off(strategy) and _is_written_out(project, site) and not _scores_itself(site):
        return violated(site.place, "Held-out data is given and never looked at: no evaluation strategy is set, and nothing calls the evaluation")
    if strategy.given is Given.UNKNOWN:
        return satisfied(site.place, "held-out data is given, and when it is looked at comes from elsewhere")
    return satisfied(site.place, "held-out data is given and looked at")


def _is_off(strategy: Argument) -> bool:
    if strategy.given is Given.CALL:
        return bool(strategy.things) and all(str(constant).lower() in OFF for constant in strategy.constants) and bool(strategy.constants)
    return strategy.given is Given.DEFAULT and str(strategy.default) in OFF


def _is_written_out(project: Project, site: Site) -> bool:
    """Whether the code itself makes the run's settings, or leaves them out: those of a command line may say anything."""
    settings = project.argument(site, "settings")
    makers = [thing.makers for thing in settings.things if isinstance(thing, External) and thing.complete]
    made = [project.sites.at(found[0]) for found in makers if found]
    written = bool(made) and len(made) == len(settings.things) and all(maker is not None and maker.role == "train.config" for maker in made)
    return settings.given is Given.ABSENT or written


def _scores_itself(site: Site) -> bool:
    """Whether the file also calls something that scores, by its name."""
    return any(SCORING.search(call.name) for call in site.facts.calls)
