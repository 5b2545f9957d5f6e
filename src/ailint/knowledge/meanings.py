"""The tables, joined and asked: which origin means what."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING

from ailint.knowledge.tails import last_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ailint.knowledge.tables import ClassEntry, Default, Entry, Library, Part, Proof, Removal


@dataclass(frozen=True, slots=True)
class Meaning:
    """What one callable means, inheritance between classes worked in. Fields as in `tables.Entry` and `tables.ClassEntry`."""

    name: str
    role: str
    library: str
    positional: tuple[str, ...] = ()
    arguments: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    defaults: Mapping[str, Default] = field(default_factory=dict, hash=False)
    output: tuple[str, ...] = ()
    usage: tuple[str, ...] = ()
    returns: str = ""
    is_async: bool = False
    local: bool = False
    metered: bool = True
    structured: bool = False
    single: bool = False
    by_model: Mapping[str, str] = field(default_factory=dict, hash=False)
    refuses: Mapping[str, str] = field(default_factory=dict, hash=False)
    maybe: tuple[Part, ...] = field(default=(), hash=False)
    storage: str = ""
    fluent: frozenset[str] = frozenset()
    hands: Mapping[str, str] = field(default_factory=dict, hash=False)
    handles: frozenset[str] = frozenset()
    sends: tuple[str, ...] = ()
    bounded: bool = False
    versions: str = ""
    is_class: bool = False


def names(value: str | list[str]) -> list[str]:
    """A single name or a list of them, as a list."""
    return [value] if isinstance(value, str) else value


class Knowledge:
    """All tables as one: asked by origin, role, import root and practice."""

    def __init__(self, libraries: Iterable[Library]) -> None:
        self.libraries = tuple(libraries)
        self._entries: dict[str, list[tuple[Library, ClassEntry]]] = {}
        self._functions: dict[str, list[tuple[Library, Entry]]] = {}
        self._members: dict[tuple[str, str], list[tuple[Library, Entry]]] = {}
        self.aliases: dict[str, str] = {}
        self._transparent: dict[str, frozenset[str]] = {}
        self._found: dict[str, tuple[Meaning, ...]] = {}
        self._plain: dict[str, str] = {}
        self._senders: dict[str, tuple[Meaning, str] | None] = {}
        for library in self.libraries:
            self.add(library)

    def add(self, library: Library) -> None:
        """Index one library."""
        self.aliases |= library.aliases
        for root in library.imports:
            self._transparent[root.partition(".")[0]] = self._transparent.get(root.partition(".")[0], frozenset()) | frozenset(library.transparent)
        for entry in library.classes:
            for name in names(entry.name):
                self._entries.setdefault(name, []).append((library, entry))
        for call in library.calls:
            for name in names(call.name):
                if not names(call.on):
                    self._functions.setdefault(name, []).append((library, call))
                for owner in names(call.on):
                    self._members.setdefault((owner, name), []).append((library, call))

    # origins

    def plain(self, origin: str) -> str:
        """The origin under the name that the tables use: aliases followed, transparent attributes dropped."""
        found = self._plain.get(origin)
        if found is None:
            found = self._plain[origin] = self.simplify(origin)
        return found

    def simplify(self, origin: str) -> str:
        """The origin without transparent attributes, and with aliases followed, which may lead to aliases again."""
        transparent = self._transparent.get(origin.partition(".")[0])
        if transparent:
            origin = ".".join(part for part in origin.split(".") if part not in transparent)
        for _ in range(4):
            aliased = self.unalias(origin)
            if aliased == origin:
                break
            origin = aliased
        return origin

    def unalias(self, origin: str) -> str:
        """The origin with its longest aliased head replaced."""
        cut = len(origin)
        while cut > 0:
            target = self.aliases.get(origin[:cut])
            if target is not None:
                return target + origin[cut:]
            cut = origin.rfind(".", 0, cut)
        return origin

    def meanings(self, origin: str) -> tuple[Meaning, ...]:
        """Every meaning of an origin, one for each range of versions the tables tell apart; empty if they do not know it."""
        origin = self.plain(origin)
        found = self._found.get(origin)
        if found is None:
            found = self._found[origin] = tuple(self.look_up(origin))
        return found

    def look_up(self, origin: str) -> Iterator[Meaning]:
        """The meanings of an origin that is already plain."""
        if origin in self._entries:
            yield from (self.class_meaning(origin, library, entry) for library, entry in self._entries[origin])
            return
        if origin in self._functions:
            yield from (self.call_meaning(origin, library, entry) for library, entry in self._functions[origin])
            return
        owner, member = self.split(origin)
        if owner:
            yield from self.member_meanings(origin, owner, member)

    def split(self, origin: str) -> tuple[str, str]:
        """The longest known class at the head of an origin, and the path after it."""
        cut = origin.rfind(".")
        while cut > 0:
            if origin[:cut] in self._entries:
                return origin[:cut], origin[cut + 1 :]
            cut = origin.rfind(".", 0, cut)
        return "", origin

    def member_meanings(self, origin: str, owner: str, member: str) -> Iterator[Meaning]:
        """The meanings of a method: of its class, else of the nearest class that one is like."""
        lineage = list(self.lineage(owner))
        for name in lineage:
            for library, entry in self._members.get((name, member), ()):
                meaning = self.call_meaning(origin, library, entry)
                of_class = self.meanings(owner)[0]
                yield replace(
                    meaning,
                    is_async=entry.async_ if entry.async_ is not None else of_class.is_async,
                    local=entry.local if entry.local is not None else of_class.local,
                    metered=entry.metered if entry.metered is not None else of_class.metered,
                    hands=entry.hands or of_class.hands,
                    bounded=entry.bounded or of_class.bounded,
                    returns=owner if entry.returns == "self" else entry.returns,
                )
            if (name, member) in self._members:
                return

    def methods(self, owner: str, role: str) -> Iterator[Meaning]:
        """The methods of a class that have a role, those of the classes it is like included."""
        for name in self.lineage(self.plain(owner)):
            for member in self._with_role.get((name, role), ()):
                yield from self.meanings(f"{name}.{member}")

    @cached_property
    def _with_role(self) -> dict[tuple[str, str], list[str]]:
        """Class and role → the names of its methods that have it."""
        found: dict[tuple[str, str], list[str]] = {}
        for (of, member), entries in self._members.items():
            for role in dict.fromkeys(entry.role for _, entry in entries):
                found.setdefault((of, role), []).append(member)
        return found

    def lineage(self, name: str) -> Iterator[str]:
        """A class and what it is like, nearest first."""
        seen: set[str] = set()
        while name and name not in seen and name in self._entries:
            seen.add(name)
            yield name
            name = self._entries[name][0][1].like

    def sender(self, origin: str) -> tuple[Meaning, str] | None:
        """The class of whose object an origin takes what somebody outside sent, and which part that is; None for anything else."""
        if origin not in self._senders:
            self._senders[origin] = self.find_sender(origin)
        return self._senders[origin]

    def find_sender(self, origin: str) -> tuple[Meaning, str] | None:
        """The same, not yet kept."""
        owner, member = self.split(self.plain(origin))
        found = self.meanings(owner) if owner else ()
        part = (
            next((part for part in found[0].sends if member == part or member.startswith((f"{part}.", f"{part}(", f"{part}["))), "") if found else ""
        )
        return (found[0], part) if part else None

    @cached_property
    def sending_roots(self) -> frozenset[str]:
        """Packages with an object that holds what somebody outside sent."""
        holders = (entry for library in self.libraries for entry in library.classes if entry.sends or entry.like)
        names = (name for entry in holders for name in ([entry.name] if isinstance(entry.name, str) else entry.name))
        return frozenset(name.partition(".")[0] for name in names if (found := self.meanings(name)) and found[0].sends)

    @cached_property
    def sending_names(self) -> frozenset[str]:
        """The last names of the parts of objects that hold what somebody outside sent."""
        parts = (part for library in self.libraries for entry in library.classes for part in entry.sends)
        return frozenset(part.rpartition(".")[2] for part in parts)

    def is_like(self, origin: str, other: str) -> bool:
        """Whether a class is another or takes over its meaning."""
        return other in self.lineage(self.plain(origin))

    def class_meaning(self, name: str, library: Library, entry: ClassEntry) -> Meaning:
        """What an entry says of a class, over what the class it is like says."""
        base = self.meanings(entry.like)[0] if entry.like and self.meanings(entry.like) else None
        own = self.call_meaning(name, library, entry)
        if base is None:
            return replace(
                own, storage=entry.storage, fluent=frozenset(entry.fluent), handles=frozenset(entry.handles), sends=tuple(entry.sends), is_class=True
            )
        return replace(
            own,
            role=own.role or base.role,
            positional=own.positional or base.positional,
            arguments={**base.arguments, **own.arguments},
            defaults={**base.defaults, **own.defaults},
            storage=entry.storage or base.storage,
            fluent=frozenset(entry.fluent) | base.fluent,
            hands=own.hands or base.hands,
            handles=frozenset(entry.handles) | base.handles,
            sends=(*entry.sends, *base.sends),
            bounded=own.bounded or base.bounded,
            is_async=base.is_async if entry.async_ is None else entry.async_,
            local=base.local if entry.local is None else entry.local,
            metered=base.metered if entry.metered is None else entry.metered,
            output=own.output or base.output,
            usage=own.usage or base.usage,
            is_class=True,
        )

    @staticmethod
    def call_meaning(name: str, library: Library, entry: Entry) -> Meaning:
        """What an entry says by itself."""
        return Meaning(
            name=name,
            role=entry.role,
            library=library.library,
            positional=tuple(entry.positional),
            arguments={ours: tuple(names(theirs)) for ours, theirs in entry.arguments.items()},
            defaults=entry.defaults,
            output=tuple(names(entry.output)),
            usage=tuple(names(entry.usage)),
            returns=entry.returns,
            is_async=bool(entry.async_),
            local=bool(entry.local),
            metered=entry.metered is not False,
            structured=bool(entry.structured),
            single=bool(entry.single),
            by_model=entry.by_model,
            refuses=entry.refuses,
            hands=entry.hands,
            bounded=entry.bounded,
            maybe=tuple(entry.maybe),
            versions=entry.versions,
        )

    # indexes

    @cached_property
    def origins(self) -> tuple[tuple[str, str], ...]:
        """Every origin of the tables with each of its roles, other names of the same included."""
        classes = ((name, self._role(entry)) for name in self._entries for _, entry in self._entries.get(self.plain(name), ()))
        functions = ((name, entry.role) for name, entries in self._functions.items() for _, entry in entries)
        methods = ((f"{owner}.{member}", entry.role) for (owner, member), entries in self._members.items() for _, entry in entries)
        aliases = ((alias, meaning.role) for alias, target in self.aliases.items() for meaning in self.meanings(target))
        return (*classes, *functions, *methods, *aliases)

    def _role(self, entry: ClassEntry) -> str:
        """The role of a class: its own, else that of the class it is like."""
        return entry.role or next((meaning.role for meaning in self.meanings(entry.like)), "")

    @cached_property
    def tails(self) -> dict[str, frozenset[str]]:
        """Role → last names of what can have it; a class is also called by the names of its aliases."""
        return last_names(self.origins)

    def results(self) -> Iterator[tuple[str, str]]:
        """Origins with what comes of them: the results of calls, what functions registered there are handed, the class that one is like."""
        for library in self.libraries:
            classes = ((name, entry.like) for entry in library.classes for name in names(entry.name))
            entries = ((name, entry) for entry in (*library.classes, *library.calls) for name in (*names(entry.name), *names(entry.on)))
            given = ((name, end) for name, entry in entries for end in (entry.returns, *entry.hands.values()))
            yield from ((name, end) for name, end in (*classes, *given) if end)

    @cached_property
    def ai_roots(self) -> frozenset[str]:
        """Import roots of libraries whose use makes a project an AI project."""
        return frozenset(root for library in self.libraries if library.ai for root in library.imports)

    @cached_property
    def read_roots(self) -> frozenset[str]:
        """Import roots whose users are read: those of AI, and those that put models in front of users."""
        deploying = [library for library in self.libraries if any(entry.role == "model.deploy" for entry in library.calls)]
        return self.ai_roots.union(*(library.imports for library in deploying))

    @cached_property
    def packages(self) -> dict[str, Library]:
        """Python distribution name → library."""
        return {package: library for library in self.libraries for package in library.packages.get("python", ())}

    @cached_property
    def removals(self) -> tuple[tuple[Library, Removal], ...]:
        """Every API that is gone, with its library."""
        return tuple((library, removal) for library in self.libraries for removal in library.removals)

    def proofs(self, practice: str) -> Iterator[tuple[Library, Proof]]:
        """What proves a practice, library by library."""
        for library in self.libraries:
            for proof in library.evidence:
                if proof.practice == practice:
                    yield library, proof
