"""What a library table claims about names, one by one, and what the sources answer."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from knowledge_code import Opaque, Thing, is_standard, split_origin
from knowledge_names import World
from knowledge_services import Services
from knowledge_signatures import Answer, Signatures, best
from packaging.specifiers import SpecifierSet

from ailint.knowledge.meanings import names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from knowledge_sources import Tree

    from ailint.knowledge.tables import ClassEntry, Entry, Library


@dataclass(frozen=True)
class Claim:
    """A name in a table and the answer; `what` says which part of the table it stands in."""

    what: str
    name: str
    answer: Answer


class Checker:
    """Checks the tables against the trees, all of them together: a class may inherit from another library's."""

    def __init__(self, tables: Sequence[Library], trees: Iterable[Tree]) -> None:
        self.world = World(trees)
        self.signatures = Signatures(self.world)
        self.services = Services(self.world.trees)
        self.aliases = {key: target for table in tables for key, target in table.aliases.items()}
        self.reversed = [(target, key) for key, target in self.aliases.items()]
        self.transparent = {name for table in tables for name in table.transparent}
        self.entries = {name: entry for table in tables for entry in table.classes for name in names(entry.name)}
        self.kin: dict[str, list[str]] = {}  # class → the classes that are like it
        for name, entry in self.entries.items():
            if entry.like:
                self.kin.setdefault(entry.like, []).append(name)

    def claims(self, table: Library) -> Iterator[Claim]:
        """Every name of a table, checked."""
        for source, target in table.aliases.items():
            yield Claim("alias", source, self.stands(source))
            yield Claim("alias", target, self.exists(target))
        for entry in table.classes:
            yield from self.class_claims(entry)
        for call in table.calls:
            yield from self.call_claims(call)
        for proof in table.evidence:
            yield from (Claim("evidence", origin, self.exists(origin)) for origin in (*proof.calls, *proof.imports))
        for removal in table.removals:
            for name in names(removal.name):
                yield Claim("removal", name, self.existed(name, removal.removed_in))

    # entries

    def class_claims(self, entry: ClassEntry) -> Iterator[Claim]:
        """A class, its constructor's arguments, its fluent methods, what its objects give of what was sent."""
        found: list[Thing] = []
        for name in names(entry.name):
            things, answer = self.look_up(name, entry.versions)
            found += things
            yield Claim("class", name, answer)
            for method in entry.fluent:
                yield Claim("fluent", f"{name}.{method}", self.method(name, method, entry.versions)[1])
            for part in entry.sends:
                first = part.partition(".")[0]
                yield Claim("sent", f"{name}.{part}", self.method(name, first, entry.versions)[1])
        yield from self.handed_claims(entry)
        # what an entry says holds for the classes that are like it, and for the methods that lay arguments over the object
        found += [thing for name in self.family(*names(entry.name)) for thing in self.find(name)]
        laid = [thing for name in names(entry.name) for method in self.fluent(entry) for thing in self.method(name, method, entry.versions)[0]]
        yield from self.argument_claims(entry, names(entry.name), found, laid)

    def call_claims(self, entry: Entry) -> Iterator[Claim]:
        """A function or method, its arguments, the origin of its result."""
        answers: dict[tuple[str, str], Answer] = {}
        found: list[Thing] = []
        for name in names(entry.name):
            for owner in names(entry.on) or [""]:
                things, answers[owner, name] = self.method(owner, name, entry.versions) if owner else self.look_up(name, entry.versions)
                found += things
        yield from self.name_claims(entry, answers)
        kin = [thing for owner, name in answers if owner for current in self.family(owner) for thing in self.find(f"{current}.{name}")]
        yield from self.argument_claims(entry, [f"{owner}.{name}".lstrip(".") for owner, name in answers], found, kin)
        if entry.returns and entry.returns != "self":
            yield Claim("returns", entry.returns, self.exists(entry.returns))
        yield from self.handed_claims(entry)

    def handed_claims(self, entry: Entry) -> Iterator[Claim]:
        """The objects that a function registered with a callable is handed."""
        yield from (Claim("handed", origin, self.exists(origin)) for origin in dict.fromkeys(entry.hands.values()) if origin != "sent")

    def name_claims(self, entry: Entry, answers: Mapping[tuple[str, str], Answer]) -> Iterator[Claim]:
        """Several methods on several classes: each method is on one of the classes, each class has one of the methods."""
        if not names(entry.on):
            yield from (Claim("function", name, answer) for (_, name), answer in answers.items())
            return
        for (owner, name), answer in answers.items():
            elsewhere = best(other for (_, method), other in answers.items() if method == name)
            beside = best(other for (kin, _), other in answers.items() if kin == owner)
            if answer is not Answer.WRONG or Answer.WRONG in (elsewhere, beside):
                yield Claim("method", f"{owner}.{name}", answer)

    def argument_claims(self, entry: Entry, origins: Sequence[str], things: Sequence[Thing], beside: Sequence[Thing]) -> Iterator[Claim]:
        """An entry says of several callables what one of them takes at least. Where none is found, that is a claim of its own.

        What is `beside` them proves an argument, by its name only. `self` is the object before the dot.
        """
        for spelling in dict.fromkeys(text for value in entry.arguments.values() for text in names(value) if text != "self"):
            answers = [self.signatures.takes(thing, spelling, entry.positional) for thing in things]
            answers += [answer for origin in origins if (answer := self.services.takes(origin, spelling)) is not None]
            if best(answers) is Answer.WRONG:
                named = (self.signatures.takes(thing, spelling, entry.positional) for thing in beside)
                answers += [answer for answer in named if answer is Answer.VERIFIED]
            yield Claim("argument", f"{origins[0]}({spelling})", best(answers) if answers else Answer.UNVERIFIABLE)
        if entry.positional:
            answers = [self.signatures.places(thing, entry.positional) for thing in things]
            yield Claim("positional", f"{origins[0]}({', '.join(entry.positional)})", best(answers) if answers else Answer.UNVERIFIABLE)

    # names

    def look_up(self, origin: str, versions: str) -> tuple[list[Thing], Answer]:
        """What an origin is, and whether it exists in the versions that an entry is about."""
        trees = self.trees_for(origin, versions)
        if trees == []:
            return [], Answer.UNVERIFIABLE
        things = self.find(origin, trees)
        return things, self.answer(origin, things)

    def find(self, origin: str, trees: Sequence[Tree] | None = None) -> list[Thing]:
        """What an origin is, aliases of the tables tried where the sources do not have it."""
        return self.world.find(origin, trees) or self.world.find(self.simplified(origin), trees) or self.by_alias(origin) or self.under_alias(origin)

    def trees_for(self, origin: str, versions: str) -> list[Tree] | None:
        """The trees in a range of versions; None for all."""
        if not versions:
            return None
        allowed = SpecifierSet(versions)
        return [tree for tree in self.world.trees_of(split_origin(origin)[0]) if allowed.contains(tree.release.version, prereleases=True)]

    def simplified(self, origin: str) -> str:
        """An origin without the attributes that change nothing."""
        return ".".join(part for part in origin.split(".") if part not in self.transparent)

    def stands(self, alias: str) -> Answer:
        """Whether what an alias spells is there, whatever the alias says of it."""
        things = self.world.find(alias) or self.world.find(self.simplified(alias)) or self.by_alias(alias, alias.rfind("."))
        return self.answer(alias, things)

    def by_alias(self, origin: str, cut: int | None = None) -> list[Thing]:
        """Through the alias with the longest head, of no more than `cut` characters."""
        cut = len(origin) if cut is None else cut
        while cut > 0:
            target = self.aliases.get(origin[:cut])
            if target is not None and target != origin[:cut]:
                return self.world.find(target + origin[cut:])
            cut = origin.rfind(".", 0, cut)
        return []

    def under_alias(self, origin: str) -> list[Thing]:
        """Something described under its present name may be in an old version only, under the alias."""
        spelt = [key + origin[len(target) :] for target, key in self.reversed if origin == target or origin.startswith(f"{target}.")]
        return [thing for name in spelt for thing in self.world.find(name) if not isinstance(thing, Opaque)]

    def method(self, owner: str, name: str, versions: str) -> tuple[list[Thing], Answer]:
        """A method of a class, or of those that are like it, and whether it exists."""
        answers = []
        for current in (owner, *self.family(owner)):
            things, answer = self.look_up(f"{current}.{name}", versions)
            if answer is Answer.VERIFIED:
                return things, answer
            answers.append(answer)
        return [], best(answers)

    def family(self, *owners: str) -> list[str]:
        """The classes that are like some, near ones first."""
        found: list[str] = []
        waiting = [kin for owner in owners for kin in self.kin.get(owner, ())]
        while waiting:
            current = waiting.pop(0)
            if current not in found and current not in owners:
                found.append(current)
                waiting += self.kin.get(current, ())
        return found

    def fluent(self, entry: ClassEntry) -> list[str]:
        """The fluent methods of a class and of what it is like."""
        found: list[str] = []
        seen: list[ClassEntry] = []
        current: ClassEntry | None = entry
        while current is not None and current not in seen:
            seen.append(current)
            found += current.fluent
            current = self.entries.get(current.like)
        return found

    def exists(self, origin: str) -> Answer:
        """Whether an origin is there; up to a `{0}`, which stands for an argument."""
        origin = origin.partition(".{")[0]
        return self.answer(origin, self.find(origin))

    def existed(self, origin: str, removed_in: str) -> Answer:
        """Something that is gone must have been there in a version before."""
        answer = self.exists(origin)
        if answer is not Answer.WRONG or not removed_in:
            return answer
        older = self.trees_for(origin, f"<{removed_in}")
        return Answer.WRONG if older else Answer.UNVERIFIABLE

    def answer(self, origin: str, things: Sequence[Thing]) -> Answer:
        """Whether an origin is there. Not looked at, or written in C: not known."""
        described = self.services.exists(origin)
        if described is not None:
            return described
        if things:
            return Answer.UNVERIFIABLE if all(isinstance(thing, Opaque) for thing in things) else Answer.VERIFIED
        root = split_origin(origin)[0]
        return Answer.WRONG if self.world.trees_of(root) and not is_standard(root) else Answer.UNVERIFIABLE
