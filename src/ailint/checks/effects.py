"""What a call does to the world outside the program: deletes, sends, pays, deploys, runs commands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ailint.checks.llm_output_to_code_execution import EXECUTED, fixed_program, through_shell
from ailint.facts import CallResult, Collection, Item, Literal, Template, Value
from ailint.knowledge.actions import load_actions
from ailint.project.iteration import receiver
from ailint.project.things import CallRef, Data, External, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.knowledge.actions import Action
    from ailint.project import Project
    from ailint.project.sites import Site

VERB = re.compile(r"\s*(?:--[^\n]*\n\s*)*([A-Za-z]+)\b")
ALMOST_WORST = 1
LAST = 99
OBJECT = "self"


class Effect(NamedTuple):
    """What a call does, in words, worst rank first, and what can be got back at `LAST`.

    `chosen`: it counts only where the model has a say in one of these values; none: always.
    """

    rank: int
    says: str
    ref: CallRef
    chosen: tuple[Value, ...] = ()


class Effects:
    """Asked for the effect of a call."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.actions = load_actions()
        self.words = self.actions.table

    def of(self, ref: CallRef) -> Effect | None:
        """The effect of one call, if it has one."""
        call = self.project.resolver.call(ref)
        if call.name in self.words.executing:
            return self.statement(ref)
        for thing in self.project.resolver.callee(ref):
            if isinstance(thing, External):
                origin = self.project.knowledge.plain(thing.origin)
                known = self.actions.of(origin)
                if known is not None:
                    return self.known(ref, *known, thing)
                if origin in self.words.openers:
                    return self.opened(ref)
        site = self.project.sites.at(ref)
        return self.of_site(site) if site is not None else None

    def of_site(self, site: Site) -> Effect | None:
        """The effect of a call that the library tables know."""
        match site.role:
            case "sink.shell":
                return self.command(site)
            case "http.request":
                return self.request(site)
            case "vector.destroy":
                return Effect(ALMOST_WORST, "deletes a collection", site.ref, self.handed(site))
            case _:
                return None

    def known(self, ref: CallRef, rank: int, action: Action, thing: External) -> Effect | None:
        """The effect of a call of the table; none where it is not given what decides whom it hits."""
        chosen = tuple(self.targets(ref, action, thing))
        if action.target and not chosen:
            return None
        return Effect(LAST if action.mild else rank, action.says, ref, chosen)

    def targets(self, ref: CallRef, action: Action, thing: External) -> Iterator[Value]:
        """What decides whom or what a call hits: an argument, entries of it, or the object before the dot and what it was made of."""
        call = self.project.resolver.call(ref)
        owner, _ = receiver(call)
        if OBJECT in action.target and owner is not None:
            yield owner
            yield from (value for maker in thing.makers if maker.path == ref.path for value in self.project.resolver.call(maker).args)
        named = [value for name, value in call.keywords if name in action.target]
        for value in named or call.args[action.place : action.place + 1] if OBJECT not in action.target else ():
            if not action.within:
                yield value
                continue
            yield from (Item(value, Literal(key)) for key in action.within)
            yield from self.made_for(value, action, self.project.resolver.spot(ref))

    def made_for(self, value: Value, action: Action, spot: Spot) -> Iterator[Value]:
        """What the constructor of a message is told of whom it is for."""
        for thing in self.project.things(value, spot):
            for maker in thing.makers[:1] if isinstance(thing, External) else ():
                if maker.path == spot.path:
                    yield from (given for name, given in self.project.resolver.call(maker).keywords if name in action.target)

    def opened(self, ref: CallRef) -> Effect | None:
        """The effect of opening a file: none unless what is there is overwritten, and the name is the model's from its first letter."""
        call = self.project.resolver.call(ref)
        mode = next((value for name, value in call.keywords if name == "mode"), call.args[1] if len(call.args) > 1 else None)
        path = call.args[0] if call.args else None
        overwrites = isinstance(mode, Literal) and self.words.overwriting in str(mode.value)
        if path is None or not overwrites or self.project.flow.texts(path, self.project.resolver.spot(ref)):
            return None
        return Effect(LAST, "overwrites a file that the model names", ref, (path,))

    def statement(self, ref: CallRef) -> Effect | None:
        """The effect of a statement that a database is handed."""
        call = self.project.resolver.call(ref)
        spot = self.project.resolver.spot(ref)
        verb = next((match[1].lower() for value in call.args[:1] if (match := VERB.match(self.text_of(value, spot)))), "")
        if verb not in self.words.statements:
            return None
        values = (*call.args, *(value for _, value in call.keywords))
        return Effect(ALMOST_WORST, self.words.statements[verb], ref, () if verb in self.words.always else values)

    def text_of(self, value: Value, spot: Spot) -> str:
        """The text of a statement, also where it is wrapped: `text("…")`."""
        if isinstance(value, CallResult):
            inner = self.project.python[spot.path].calls[value.call].args
            return self.project.texts.flat(inner[0], spot) if inner else ""
        return self.project.texts.flat(value, spot)

    def command(self, site: Site) -> Effect | None:
        """The effect of a command: anything where the model names the program, else what the program is for."""
        values = tuple(value for name in EXECUTED if (value := self.project.given(site, name)) is not None)
        words = next((found for value in values if (found := list(self.first_words(value, site.spot)))), [])
        if words and words[0] in self.words.isolating and not self.actions.of_command(words):
            return None
        if self.actions.of_command(words):
            return Effect(ALMOST_WORST, f"runs `{' '.join(words[:2])}`", site.ref)
        if not through_shell(self.project, site) and all(fixed_program(self.project, value, site) for value in values):
            return None
        return Effect(ALMOST_WORST, "runs a command that the model chooses", site.ref, values)

    def first_words(self, value: Value, spot: Spot) -> Iterator[str]:
        """The words with which a command begins, as far as they are written out."""
        for thing in self.project.things(value, spot)[:1]:
            written = thing.value if isinstance(thing, Data) else value
            match written:
                case Collection(items=items):
                    for item in items:
                        if not isinstance(item, Literal):
                            return
                        yield str(item.value)
                case Literal(value=str(text)):
                    yield from text.split()
                case Template(parts=(Literal(value=str(text)), *_)):
                    yield from text.split()

    def request(self, site: Site) -> Effect | None:
        """The effect of a web request: by its method, or anything where the model names the address from its first letter."""
        method = site.call.name
        first = site.call.args[0] if site.call.args else None
        if method not in {*self.words.methods, self.words.sending} and isinstance(first, Literal):
            method = str(first.value).lower()
        if method in self.words.methods:
            return Effect(LAST, self.words.methods[method], site.ref, self.handed(site))
        address = self.project.given(site, "url")
        if method == self.words.sending and address is not None and not self.project.flow.texts(address, site.spot):
            return Effect(LAST, "sends data to an address that the model chooses", site.ref, (address,))
        return None

    @staticmethod
    def handed(site: Site) -> tuple[Value, ...]:
        """All that a call is handed."""
        return (*site.call.args, *(value for _, value in site.call.keywords))
