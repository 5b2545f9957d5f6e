"""Functions that a framework calls with what somebody outside sent: web handlers, callbacks of user interfaces and bots."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ailint.facts import CallResult, Value
from ailint.project.structure import END
from ailint.project.things import CallRef, Class, External, Function, Spot
from ailint.project.tools import functions_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ailint.facts import Parameter, Scope
    from ailint.knowledge import Meaning
    from ailint.project.resolve import Resolver
    from ailint.project.sites import Site, Sites

SENT = "sent"
EVENT = {"first": SENT}
RECEIVERS = frozenset({"self", "cls"})
REGISTERING = ("route", "ui.callback", "ui.chat", "inject")

Handlers = dict[tuple[str, int], "Handler"]


class Outside(NamedTuple):
    """What is called from outside the project: by models, and by frameworks for somebody outside."""

    tools: frozenset[tuple[str, int]]
    handlers: Handlers


class Handler:
    """What a function is called with: by parameter name, `first` or `rest`."""

    def __init__(self, hands: dict[str, str], *, bounded: bool = False) -> None:
        self.hands = hands
        self.bounded = bounded

    def gets(self, parameter: Parameter, scope: Scope) -> str:
        """What a parameter is filled with: `sent`, the origin of an object, or nothing that is known."""
        own = [one for one in scope.parameters if one.name not in RECEIVERS]
        place = "first" if own and own[0] == parameter else "rest"
        return self.hands.get(parameter.name) or self.hands.get(place, "" if place == "rest" else self.hands.get("rest", ""))


def handlers(resolver: Resolver, sites: Sites, signatures: Sequence[Sequence[str]]) -> Handlers:
    """(path, scope) of every such function, and what it gets; `signatures`: names of parameters by which a platform's handler is known."""
    found: Handlers = {}
    for function, meaning in (*decorated(resolver), *registered(resolver, sites), *methods(resolver)):
        found.setdefault((function.path, function.scope), Handler(dict(meaning.hands), bounded=meaning.bounded))
    for path, facts in resolver.files.items():
        for index, scope in enumerate(facts.scopes):
            if scope.kind == "function" and scope.parent == 0 and [one.name for one in scope.parameters] in signatures:
                found.setdefault((path, index), Handler(EVENT))
    return found


def decorated(resolver: Resolver) -> Iterator[tuple[Function, Meaning]]:
    """Functions that a decorator registers."""
    for path, facts in resolver.files.items():
        for index, scope in enumerate(facts.scopes):
            for decorator in scope.decorators:
                spot = Spot(path, scope.parent, scope.block, END)
                yield from ((Function(path, index), meaning) for meaning in registering(resolver, decorator, spot))


def registering(resolver: Resolver, decorator: Value, spot: Spot) -> Iterator[Meaning]:
    """The meanings of a decorator that says what its function is called with."""
    things = resolver.callee(CallRef(spot.path, decorator.call)) if isinstance(decorator, CallResult) else resolver.things(decorator, spot)
    for thing in things:
        if isinstance(thing, External):
            yield from (meaning for meaning in resolver.knowledge.meanings(thing.origin) if meaning.hands and not meaning.is_class)


def registered(resolver: Resolver, sites: Sites) -> Iterator[tuple[Function, Meaning]]:
    """Functions that a call registers."""
    for site in sites.of(*REGISTERING):
        if site.meaning.hands:
            yield from ((function, site.meaning) for value in given(site) for function in functions_in(resolver, value, site.spot))


def given(site: Site) -> Iterator[Value]:
    """What a call is given as the function to register."""
    spellings = site.meaning.arguments.get("function", ())
    yield from (value for keyword, value in site.call.keywords if keyword in spellings)
    places = (site.meaning.positional.index(name) for name in spellings if name in site.meaning.positional)
    yield from (site.call.args[place] for place in places if place < len(site.call.args))


def methods(resolver: Resolver) -> Iterator[tuple[Function, Meaning]]:
    """Methods of classes whose base calls them for each request."""
    for path, facts in resolver.files.items():
        for index, scope in enumerate(facts.scopes):
            if scope.kind == "class" and scope.bases:
                yield from handling(resolver, Class(path, index))


def handling(resolver: Resolver, cls: Class) -> Iterator[tuple[Function, Meaning]]:
    """The methods of one class."""
    members = resolver.bindings(cls.path).members
    for base in resolver.lineage(cls):
        for meaning in resolver.knowledge.meanings(base.origin) if isinstance(base, External) else ():
            for name in meaning.handles:
                yield from ((Function(cls.path, index), meaning) for index in members.get((cls.scope, name), ()))
