"""Which calls embed text."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from ailint.checks.reach import reach_of
from ailint.project.called import calls_written
from ailint.project.things import CallRef

if TYPE_CHECKING:
    from ailint.project import Project
    from ailint.project.bindings import Bindings

EMBEDS = re.compile(r"embed", re.IGNORECASE)


class Embeds:
    """Tells which calls embed text: by the tables, through functions of the project, or by the name of a method of what is not known."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.reach = reach_of(project, "embed.call")
        names = {name for name in project.vocabulary.matching(EMBEDS) if not name[:1].isupper()}
        self.calls = frozenset((*self.reach.calls, *(ref for ref, _ in calls_written(project.resolver, names))))

    def __contains__(self, ref: CallRef) -> bool:
        return ref in self.calls

    @cached_property
    def by_file(self) -> dict[str, list[CallRef]]:
        """The calls of each file, in order."""
        found: dict[str, list[CallRef]] = {}
        for ref in sorted(self.calls, key=lambda ref: (ref.path, ref.index)):
            found.setdefault(ref.path, []).append(ref)
        return found

    def within(self, bindings: Bindings, block: int) -> CallRef | None:
        """The first call inside a block, in its own function, that embeds; any call where the function itself is named for that."""
        scope = bindings.facts.blocks[block].scope
        refs = [CallRef(bindings.path, index) for index, call in bindings.calls_within(block) if call.scope == scope]
        known = next((ref for ref in refs if ref in self), None)
        named = bool(EMBEDS.search(bindings.facts.scopes[scope].name))
        return known or next((ref for ref in refs if named and self.is_request(ref)), None)

    def is_request(self, ref: CallRef) -> bool:
        """Whether a call asks a service whose address does not tell what it does."""
        site = self.project.sites.at(ref)
        return site is not None and site.role == "http.request"
