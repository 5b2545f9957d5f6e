"""Names to what they stand for, across the modules of a project."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from msgspec.structs import replace

from ailint.facts import (
    Attribute,
    Call,
    CallResult,
    Choice,
    FunctionValue,
    Item,
    Operation,
    Parameter,
    PythonFacts,
    Ref,
    Scope,
    Spread,
    Unknown,
    Value,
)
from ailint.project.bindings import Bindings
from ailint.project.called import calls_by_tail
from ailint.project.callers import Callers
from ailint.project.members import Members
from ailint.project.names import Names
from ailint.project.results import Results
from ailint.project.signatures import Signatures
from ailint.project.things import UNKNOWN, CallRef, Class, Data, External, Function, Instance, Opaque, Spot, Thing, Things, distinct

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ailint.knowledge import Knowledge
    from ailint.read.modules import Modules

DEEPEST = 60
PENDING: Things = (Opaque(),)  # what is being found out
PATH = "pathlib.Path"


class Resolver:
    """Resolves names, attributes and call results lazily, each once."""

    def __init__(self, files: Mapping[str, PythonFacts], modules: Modules, knowledge: Knowledge) -> None:
        self.files = files
        self.modules = modules
        self.knowledge = knowledge
        self._bindings: dict[str, Bindings] = {}
        self._memo: dict[object, Things] = {}
        self.names = Names(self)
        self.members = Members(self)
        self.signatures = Signatures(self)
        self.results = Results(self)
        self.calling = Callers(self)
        self._depth = 0
        self.cuts = 0  # so often was something needed that was still being found out
        self._callees: dict[CallRef, Things] = {}
        self._spots: dict[CallRef, Spot] = {}
        self._settled: dict[tuple[Spot, str], Things] = {}

    def bindings(self, path: str) -> Bindings:
        """The index of one file's names."""
        found = self._bindings.get(path)
        if found is None:
            found = self._bindings[path] = Bindings(path, self.files[path])
        return found

    def call(self, ref: CallRef) -> Call:
        """The call as written."""
        return self.files[ref.path].calls[ref.index]

    def spot(self, ref: CallRef) -> Spot:
        """Where a call stands."""
        found = self._spots.get(ref)
        if found is None:
            call = self.call(ref)
            found = self._spots[ref] = Spot(ref.path, call.scope, call.block, call.step)
        return found

    def scope(self, thing: Function | Class) -> Scope:
        """The scope of a function or class."""
        return self.files[thing.path].scopes[thing.scope]

    def known(self, key: object) -> Things | None:
        """What has been found out for a key."""
        found = self._memo.get(key)
        if found is PENDING:
            self.cuts += 1
        return found

    def once(self, key: object, compute: Iterator[Thing]) -> Things:
        """The things of a key, computed once; what leads back to itself, or too deep, is unknown."""
        found = self.known(key)
        if found is not None:
            return found
        self._memo[key] = PENDING
        found = self._memo[key] = distinct(compute)
        return found

    def things(self, value: Value, spot: Spot) -> Things:
        """What a value written at a spot stands for: one thing for each alternative, `Opaque` among them where one cannot be told."""
        if self._depth or not isinstance(value, Ref):
            return self.entered(value, spot)
        key = spot, value.name
        found = self._settled.get(key)
        if found is None:
            found = self._settled[key] = self.entered(value, spot)
        return found

    def entered(self, value: Value, spot: Spot) -> Things:
        """The same, not kept."""
        if self._depth > DEEPEST:
            self.cuts += 1
            return UNKNOWN
        self._depth += 1
        try:
            return self.followed(value, spot)
        finally:
            self._depth -= 1

    def is_final(self, cuts: int) -> bool:
        """Whether what was found out since there were so many cuts does not depend on anything half resolved."""
        return not self._depth or self.cuts == cuts

    def followed(self, value: Value, spot: Spot) -> Things:
        """The things of a value, by what kind of value it is."""
        match value:
            case Ref(name=name):
                return self.names.look_up(name, spot)
            case CallResult(call=call):
                return self.result(CallRef(spot.path, call))
            case Attribute(base=base, name=name):
                return self.attribute(self.things(base, spot), name)
            case Item(base=base, key=key):
                return self.members.item(base, key, spot)
            case _:
                return self.composed(value, spot)

    def composed(self, value: Value, spot: Spot) -> Things:
        """The things of a value that is no name and no call's result: itself, where it is plain data."""
        match value:
            case Choice(options=options, test=test):
                return distinct(self.chosen(options, spot) if test is None else (thing for option in options for thing in self.things(option, spot)))
            case Spread(value=inner):
                return self.things(inner, spot)
            case FunctionValue(scope=scope):
                return (Function(spot.path, scope),)
            case Operation(operator="|" | "and" | "or" | "/", operands=operands):
                return self.piped(value, operands, spot)
            case Unknown(why=why):
                return (Opaque(why),)
            case _:
                return (Data(value, spot),)

    def chosen(self, options: tuple[Value, ...], spot: Spot) -> Iterator[Thing]:
        """What `a or b` may be: never a None that something stands after."""
        for option in options[:-1]:
            yield from (thing for thing in self.things(option, spot) if not (isinstance(thing, Data) and thing.is_none))
        yield from self.things(options[-1], spot)

    def piped(self, value: Value, operands: tuple[Value, ...], spot: Spot) -> Things:
        """`prompt | model | parser` stands for its model, `folder / name` for a path; `a and b` for its last part."""
        if isinstance(value, Operation) and value.operator == "and":
            return self.things(operands[-1], spot)
        found = [thing for operand in operands for thing in self.things(operand, spot) if isinstance(thing, External)]
        if isinstance(value, Operation) and value.operator == "/":
            kept = [External(PATH) for thing in found if self.knowledge.plain(thing.origin) == PATH][:1]
        else:
            kept = [replace(thing, chain=Data(value, spot)) for thing in found if self.is_client(thing)]
        return tuple(kept) or (Data(value, spot),)

    def is_client(self, thing: External) -> bool:
        """Whether a thing asks a model when it is run."""
        return any(meaning.role in {"llm.client", "agent.define"} for meaning in self.knowledge.meanings(thing.origin))

    @cached_property
    def calls_by_tail(self) -> dict[str, list[CallRef]]:
        """Every call of the project by the last name of what it calls, other names seen through."""
        return calls_by_tail(self.files)

    def callee(self, ref: CallRef) -> Things:
        """What a call calls; not kept where it depends on what is half resolved."""
        found = self._callees.get(ref)
        if found is None:
            before = self.cuts
            found = self.entered(self.call(ref).func, self.spot(ref))
            if self.is_final(before):
                self._callees[ref] = found
        return found

    def result(self, ref: CallRef) -> Things:
        """What a call gives."""
        return self.once(ref, self.result_things(ref))

    def result_things(self, ref: CallRef) -> Iterator[Thing]:
        """What a call gives, for each thing that it may call."""
        for thing in self.callee(ref):
            yield from self.results.called(thing, ref)

    def has_role(self, thing: Thing, role: str) -> bool:
        """Whether the tables give a library's thing this role."""
        return isinstance(thing, External) and any(meaning.role == role for meaning in self.knowledge.meanings(thing.origin))

    # what others ask

    def attribute(self, things: Things, name: str) -> Things:
        """An attribute of things already resolved."""
        return self.members.attribute(things, name)

    def member(self, cls: Class, name: str, owner: Instance | Class) -> Things:
        """A member of a project class, as seen from an object or from the class itself."""
        return self.members.member(cls, name, owner)

    def lineage(self, cls: Class) -> tuple[Class | External, ...]:
        """A class and its bases, nearest first; bases outside the project as externals."""
        return self.members.lineage(cls)

    def is_property(self, function: Function) -> bool:
        """Whether a method is read like an attribute."""
        return self.members.is_property(function)

    def returned(self, function: Function) -> Things:
        """What a function of the project gives back."""
        return self.results.returned(function)

    def callers(self, path: str, scope: int) -> tuple[CallRef, ...] | None:
        """Calls of one function that the project shows; None where they are too many to look at."""
        return self.calling.of(path, scope)

    def handed(self, ref: CallRef, scope: Scope, parameter: Parameter) -> Value | None:
        """The value that a call hands over for a parameter; None where it leaves it out."""
        return self.calling.handed(ref, scope, parameter)
