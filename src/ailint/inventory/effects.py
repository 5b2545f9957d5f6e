"""What tools can do: the effects of the calls that they come to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import Literal
from ailint.inventory.records import Effect
from ailint.knowledge.actions import load_actions
from ailint.knowledge.effects import EFFECTS, load_effects
from ailint.project.things import CallRef, External, Function

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.knowledge.effects import EffectName
    from ailint.project import Project
    from ailint.project.sites import Site

DEEPEST = 4
VERB = re.compile(r"\s*(?:--[^\n]*\n\s*)*([A-Za-z]+)\b")


class ToolEffects:
    """Asked for the effects of tools."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.known = load_effects()
        self.actions = load_actions()

    def of_function(self, function: Function) -> tuple[Effect, ...]:
        """What a function does, and what those do that it calls; each effect at its first call."""
        found: dict[EffectName, Effect] = {}
        for effect in self._within(function, set(), 0):
            found.setdefault(effect.effect, effect)
        return tuple(found[name] for name in EFFECTS if name in found)

    def of_ready(self, origin: str, path: str, line: int) -> tuple[Effect, ...]:
        """What a tool of a library does."""
        effects = {*self.known.of_ready(origin), *self.known.of_ready(self.project.knowledge.plain(origin))}
        return tuple(Effect(name, path, line) for name in EFFECTS if name in effects)

    def _within(self, function: Function, seen: set[tuple[str, int]], depth: int) -> Iterator[Effect]:
        key = function.path, function.scope
        if key in seen or depth > DEEPEST:
            return
        seen.add(key)
        bindings = self.project.resolver.bindings(function.path)
        for index, call in bindings.calls_within(self.project.resolver.scope(function).body):
            ref = CallRef(function.path, index)
            yield from (Effect(name, ref.path, call.span.line) for name in self.of_call(ref))
            for thing in self.project.resolver.callee(ref):
                if isinstance(thing, Function):
                    yield from self._within(thing, seen, depth + 1)

    def of_call(self, ref: CallRef) -> Iterator[EffectName]:
        """What one call does."""
        for thing in self.project.resolver.callee(ref):
            if isinstance(thing, External):
                origin = self.project.knowledge.plain(thing.origin)
                action, call = self.actions.of(origin), self.known.of_call(origin)
                yield from (name for name in (action[1].effect if action else None, call) if name)
                yield from self.known.of_ready(origin)
        site = self.project.sites.at(ref)
        name = self._of_site(site) if site is not None else None
        if name is not None:
            yield name

    def _of_site(self, site: Site) -> EffectName | None:
        """What a call of some role does."""
        if site.role == "sink.path":
            return "writes" if self._writes(site) else "reads"
        if site.role == "sink.sql":
            return self._statement(site)
        return self.known.table.roles.get(site.role)

    def _writes(self, site: Site) -> bool:
        """Whether a file is changed: by the method, or by the mode in which it is opened."""
        modes = (str(mode) for mode in self.project.argument(site, "mode").constants)
        letters = set(self.known.table.writing_modes)
        return site.call.name in self.known.table.writing_methods or any(letters & set(mode) for mode in modes)

    def _statement(self, site: Site) -> EffectName:
        """What a statement does, by its first word; `database` where that comes from elsewhere."""
        given = self.project.given(site, "query")
        text = self.project.texts.flat(given, site.spot) if given is not None and not isinstance(given, Literal) else ""
        match = VERB.match(str(given.value) if isinstance(given, Literal) else text)
        return self.known.table.statements.get(match[1].lower(), "database") if match else "database"
