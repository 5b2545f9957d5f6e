"""Last names, by which calls are found that are worth resolving."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ailint.knowledge.meanings import Knowledge

BUILTINS = "builtins"


def last_names(origins: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """Role → last names of the origins that have it."""
    found: dict[str, set[str]] = {}
    for origin, role in origins:
        found.setdefault(role, set()).add(origin.rpartition(".")[2])
    return {role: frozenset(tails) for role, tails in found.items()}


def tails_within(knowledge: Knowledge, packages: Iterable[str]) -> dict[str, frozenset[str]]:
    """The tails of what can be met where only these packages are imported."""
    ends = leads(knowledge)
    met = {BUILTINS, *packages}
    pending = list(met)
    while pending:
        new = ends.get(pending.pop(), set()) - met
        met |= new
        pending += new
    return last_names((origin, role) for origin, role in knowledge.origins if package_of(origin) in met)


def leads(knowledge: Knowledge) -> dict[str, set[str]]:
    """Package → packages whose things come of its own: under another name, as results, as arguments, as what a class is like."""
    found: dict[str, set[str]] = {}
    for alias, target in knowledge.aliases.items():
        found.setdefault(package_of(alias), set()).add(package_of(target))
    for origin, end in knowledge.results():
        found.setdefault(package_of(origin), set()).add(package_of(end))
    return found


def package_of(origin: str) -> str:
    """The package that an origin begins with."""
    return origin.partition(".")[0]
