"""Whether work is done only where its result is not there yet."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.calling import callers
from ailint.checks.conditions import words_of
from ailint.checks.kept import asks_for_none
from ailint.checks.told import within
from ailint.facts import CallResult, Operation
from ailint.project.guards import met

if TYPE_CHECKING:
    from ailint.facts import Value
    from ailint.project import Project
    from ailint.project.bindings import Bindings
    from ailint.project.things import Spot

EXISTING = re.compile(
    r"exist|count|is_?file|is_?dir|listdir|iterdir|scandir|glob|empty|index(?:ed|_ready)|ingested|(?<!up)loaded|seen|processed|cached|hash|persist|"
    r"already|rebuild|re_?index|re_?build|reload|refresh|force|missing|initiali[sz]ed|ready|has_|changed|modified|duplicate|num_|total|update",
    re.IGNORECASE,
)
HANDLER = frozenset({"handler"})
MEMBERSHIP = frozenset({"in", "not in"})
DEEPEST = 2


def only_where_missing(project: Project, spot: Spot, depth: int = 0) -> bool:
    """Whether what stands at a spot is done behind a condition on what is there, in its function or in all that call it."""
    bindings = project.resolver.bindings(spot.path)
    if is_checked(bindings, spot):
        return True
    found = callers(project, spot.path, spot.scope) if spot.scope and depth < DEEPEST else None
    return bool(found) and all(only_where_missing(project, project.resolver.spot(ref), depth + 1) for ref in found or ())


def is_checked(bindings: Bindings, spot: Spot) -> bool:
    """Whether a condition on every way to a spot asks what is there, or what is tried first has failed."""
    if next(bindings.enclosing(spot.block, HANDLER), None) is not None:
        return True
    return any(asks_what_is_there(bindings, test) for test, _ in met(bindings, spot))


def asks_what_is_there(bindings: Bindings, test: Value) -> bool:
    """Whether a condition speaks of an existing index, or of an object that may be none."""
    parts = list(within(bindings, test))
    called = [bindings.facts.calls[part.call].func for part in parts if isinstance(part, CallResult)]
    member = any(isinstance(part, Operation) and part.operator in MEMBERSHIP for part in parts)
    return member or asks_for_none(test) or any(EXISTING.search(word) for part in (*parts, *called) for word in words_of(part))
