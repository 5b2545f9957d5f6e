"""Training that gives another model each time it runs."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ailint.facts import Related, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Given

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site

SEEDS_EVERYTHING = frozenset({"seed_everything", "set_seed", "enable_full_determinism", "set_random_seed"})


def unseeded_training(project: Project) -> Iterator[Verdict]:
    """The split and the training of a file are seeded, there or for the whole project; one verdict a file, at its first training call."""
    runs: dict[str, list[Site]] = defaultdict(list)
    for site in project.calls("train.run"):
        runs[site.path].append(site)
    for path, sites in runs.items():
        splits = [site for site in project.calls("train.split") if site.path == path]
        yield from judged(project, sites, splits)


def judged(project: Project, runs: list[Site], splits: list[Site]) -> Iterator[Verdict]:
    """The verdict on one file, if chance plays a part in it."""
    answers = {site: seeded(project, site) for site in (*runs, *splits)}
    asked = {site: answer for site, answer in answers.items() if answer is not None}
    if not asked:
        return
    first = runs[0]
    bare = [site for site, answer in asked.items() if answer is Given.ABSENT]
    if configured(project, first) or not bare:
        given = Given.UNKNOWN in asked.values()
        yield unknown(first.place, "where the seed comes from could not be told") if given else satisfied(first.place, "seeded")
        return
    what = "the split of the data" if all(site.role == "train.split" for site in bare) else "this training"
    related = tuple(Related(site.place, "no seed is given here") for site in bare if site.place != first.place)
    yield violated(first.place, f"No seed for {what}: each run gives another model, and none can be made again", related=related)


def seeded(project: Project, site: Site) -> Given | None:
    """How a split or a training is seeded; None where chance plays no part in it."""
    if covered(project, site):
        return Given.CALL
    seed = project.argument(site, "seed")
    if seed.given is Given.CALL and seed.is_none:
        return Given.ABSENT
    if seed.given is not Given.ABSENT:
        return seed.given
    if site.role == "train.split":
        shuffle = project.argument(site, "shuffle")
        return None if shuffle.constants == [False] or shuffle.default is False else Given.ABSENT
    if configured_by_object(project, site):
        return Given.CALL
    return Given.ABSENT if takes_seed(project, site) or site.thing.makers or not site.thing.complete else None


def covered(project: Project, site: Site) -> bool:
    """Whether the project seeds the library's own generator, or all of them at once."""
    subproject = project.subproject_of(site.path).path
    for seed in project.calls("train.seed"):
        at_home = project.subproject_of(seed.path).path == subproject and project.role(seed.path) != "test"
        if at_home and (seed.meaning.library == site.meaning.library or seed.call.name in SEEDS_EVERYTHING):
            return True
    return False


def configured_by_object(project: Project, site: Site) -> bool:
    """Whether a configuration object of the same library, in the same file, brings a seed: given, or the library's own."""
    settings = (other for other in project.calls("train.config") if other.path == site.path and other.meaning.library == site.meaning.library)
    return any(project.argument(other, "seed").given in {Given.CALL, Given.DEFAULT} for other in settings)


def takes_seed(project: Project, site: Site) -> bool:
    """Whether what is trained is made with a seed at all."""
    owner = project.arguments.owner_meaning(site.path, site.thing)
    return owner is not None and "seed" in owner.arguments


def configured(project: Project, site: Site) -> bool:
    """Whether a settings file of the sub-project names a seed."""
    files = project.subproject_of(site.path).files
    return any(setting.key and setting.key[-1].lower() in {"seed", "random_state", "random_seed"} for path in files if path in project.files
               for setting in project.files[path].settings)  # fmt: skip
