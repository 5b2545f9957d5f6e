"""Sites: calls of the project with their meaning, found by role."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from ailint.facts import Call, CallResult, Item, Place, PythonFacts, Ref, Scope, Value
from ailint.knowledge import Meaning
from ailint.knowledge.tails import package_of, tails_within
from ailint.project.called import calls_written
from ailint.project.names import BUILTINS
from ailint.project.things import CallRef, External, Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from ailint.knowledge import Knowledge
    from ailint.project.raw_http import RawHttp
    from ailint.project.resolve import Resolver


class Site(Struct, frozen=True, gc=False):
    """A call whose meaning is known. `thing` is what is called, with what made it; `others` are its alternatives of the same role."""

    ref: CallRef
    call: Call
    meaning: Meaning
    thing: External
    facts: PythonFacts
    others: tuple[tuple[Meaning, External], ...] = ()

    @property
    def path(self) -> str:
        """The file."""
        return self.ref.path

    @property
    def scope(self) -> Scope:
        """The function, class or module around the call."""
        return self.facts.scopes[self.call.scope]

    @property
    def place(self) -> Place:
        """Where findings about the call stand."""
        return Place(self.ref.path, self.call.span, self.scope.symbol)

    @property
    def spot(self) -> Spot:
        """Where names in the call are resolved."""
        return Spot(self.ref.path, self.call.scope, self.call.block, self.call.step)

    @property
    def role(self) -> str:
        """What the call does, in the vocabulary of the tables."""
        return self.meaning.role

    @property
    def is_constructor(self) -> bool:
        """Whether the call makes the client rather than using it."""
        return self.meaning.is_class


class Sites:
    """Calls by role, each role looked for once."""

    def __init__(self, resolver: Resolver, knowledge: Knowledge, choose: Callable[[str, Sequence[Meaning]], Meaning], raw: RawHttp) -> None:
        self.resolver = resolver
        self.knowledge = knowledge
        self.choose = choose
        self.raw = raw
        self._by_role: dict[str, tuple[Site, ...]] = {}
        self._by_roles: dict[tuple[str, ...], tuple[Site, ...]] = {}
        self._sites: dict[CallRef, Site | None] = {}

    def of(self, *roles: str) -> Iterator[Site]:
        """Every call with one of the roles, by path and place; `llm` stands for all roles that begin with `llm.`."""
        if roles not in self._by_roles:
            known = {*self.tails, *self.raw.hosts.roles}
            wanted = [role for role in known if role and any(role == name or role.startswith(f"{name}.") for name in roles)]
            found = {site.ref: site for role in wanted for site in self.of_role(role)}
            self._by_roles[roles] = tuple(found[ref] for ref in sorted(found, key=lambda ref: (ref.path, ref.index)))
        yield from self._by_roles[roles]

    def of_role(self, role: str) -> tuple[Site, ...]:
        """Every call with exactly this role."""
        if role not in self._by_role:
            by_tail = self.resolver.calls_by_tail
            refs = (ref for name in self.tails.get(role, ()) for ref in by_tail.get(name, ()))
            extra = self.object_calls if "__call__" in self.tails.get(role, ()) else ()
            requests = (ref for name in self.request_tails(role) for ref in by_tail.get(name, ()))
            self._by_role[role] = tuple(self.with_role(role, dict.fromkeys((*refs, *extra, *requests))))
        return self._by_role[role]

    @cached_property
    def tails(self) -> dict[str, frozenset[str]]:
        """Role → last names of what can have it by what the project imports."""
        imports = (imported for facts in self.resolver.files.values() for imported in facts.imports)
        return tails_within(self.knowledge, {package_of(imported.module) for imported in imports if not imported.level})

    @cached_property
    def object_calls(self) -> tuple[CallRef, ...]:
        """Calls of what may be an object: of a variable or an own attribute whose name no function, class or builtin bears."""
        taken = {scope.name for facts in self.resolver.files.values() for scope in facts.scopes} | BUILTINS
        names = {name for name in self.resolver.calls_by_tail if name not in taken and not name[:1].isupper()}
        return tuple(ref for ref, call in calls_written(self.resolver, names) if of_variable(call.func))

    def request_tails(self, role: str) -> frozenset[str]:
        """Names of what sends a web request, for the roles that a request can have."""
        return self.tails.get("http.request", frozenset()) if role in self.raw.hosts.roles else frozenset()

    def with_role(self, role: str, refs: Iterable[CallRef]) -> Iterator[Site]:
        """The sites among some calls that have this role."""
        for ref in refs:
            site = self.at(ref)
            if site is not None and site.meaning.role == role:
                yield site

    def at(self, ref: CallRef) -> Site | None:
        """The site of one call, or None where nothing is known of what it calls."""
        if ref not in self._sites:
            self._sites[ref] = self.find(ref)
        return self._sites[ref]

    def find(self, ref: CallRef) -> Site | None:
        """The site of a call, not yet kept."""
        known = list(self.known(ref))
        if not known:
            return None
        meaning, thing = known[0]
        others = tuple((other, made) for other, made in known[1:] if other.role == meaning.role)
        return Site(ref, self.resolver.call(ref), meaning, thing, self.resolver.files[ref.path], others)

    def known(self, ref: CallRef) -> Iterator[tuple[Meaning, External]]:
        """What the call may call, as far as the tables know it."""
        for thing in self.resolver.callee(ref):
            if isinstance(thing, External):
                meanings = self.meanings(thing)
                if meanings and meanings[0].role:
                    meaning = self.choose(ref.path, meanings)
                    yield self.raw.meaning(ref, meaning, thing) if meaning.role == "http.request" else meaning, thing

    def meanings(self, thing: External) -> tuple[Meaning, ...]:
        """Meanings of what is called; calling an object that a class made is its `__call__`."""
        found = self.knowledge.meanings(thing.origin)
        if found and found[0].is_class and (thing.makers or not thing.complete):
            return self.knowledge.meanings(f"{thing.origin}.__call__")
        return found


def of_variable(func: Value) -> bool:
    """Whether what is called is a plain name, an attribute of the own object, an item, or what a call gave."""
    if not isinstance(func, Ref):
        return isinstance(func, Item | CallResult)
    head, _, rest = func.name.partition(".")
    return not rest or (head in {"self", "cls"} and "." not in rest)
