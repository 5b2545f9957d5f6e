"""What a callable takes, and whether a table's spelling of an argument is among it."""

from __future__ import annotations

import ast
import re
from enum import IntEnum
from typing import TYPE_CHECKING, TypeGuard

from knowledge_code import Class, Def, Function, Instance, Module, Opaque, Signature, Thing, decorators, last_name

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge_names import World

# classes whose fields are the constructor's arguments
RECORDS = {"BaseModel", "TypedDict", "NamedTuple", "Struct", "BaseSettings", "Serializable", "RootModel", "ModelMixin"}
RECORD_DECORATOR = re.compile(r"dataclass|^(define|frozen|mutable|attrs?|attributes|s)$")
RENAMES = {"alias", "validation_alias", "serialization_alias", "env"}


class Field(ast.AnnAssign):
    """An annotated name in a class body."""

    target: ast.Name


class Answer(IntEnum):
    """What the sources say of a name; of several the greatest counts."""

    WRONG = 0
    UNVERIFIABLE = 1
    VERIFIED = 2


def best(answers: Iterable[Answer]) -> Answer:
    """The greatest; wrong if there is none."""
    return max(answers, default=Answer.WRONG)


class Signatures:
    """Signatures of what `World` finds."""

    def __init__(self, world: World) -> None:
        self.world = world
        self._known: dict[int, Signature | None] = {}
        self._kept: list[Thing] = []  # so that identities stay theirs

    def of(self, thing: Thing) -> Signature | None:
        """What a callable takes; None if that is not known."""
        if id(thing) not in self._known:
            self._kept.append(thing)
            self._known[id(thing)] = self.read(thing)
        return self._known[id(thing)]

    def read(self, thing: Thing) -> Signature | None:
        """The same, read anew."""
        match thing:
            case Function():
                return self.of_function(thing)
            case Class():
                return self.of_constructor(thing)
            case Instance(of=owner):
                called = [found for found in self.world.member(owner, "__call__") if isinstance(found, Function)]
                return self.of_overloads(called) if called else None
        return None

    def of_overloads(self, functions: Sequence[Function]) -> Signature:
        """What several forms of one function take together."""
        signature = Signature()
        for place, one in enumerate(functions):
            merge(signature, self.of_function(one), first=not place)
        return signature

    def of_function(self, function: Function) -> Signature:
        """The parameters, without the one that a method is bound to."""
        given = function.node.args
        bound = function.owner is not None and "staticmethod" not in decorators(function.node)
        positional = [*given.posonlyargs, *given.args][1 if bound else 0 :]
        signature = Signature(order=[parameter.arg for parameter in positional], open=given.kwarg is not None, variable=given.vararg is not None)
        for parameter in (*positional, *given.kwonlyargs):
            note(signature, parameter.arg, parameter.annotation, function.module, function.owner)
        if given.kwarg is not None and isinstance(given.kwarg.annotation, ast.Subscript) and last_name(given.kwarg.annotation) == "Unpack":
            self.unpack(signature, given.kwarg.annotation, function)
        return signature

    def unpack(self, signature: Signature, annotation: ast.expr, function: Function) -> None:
        """`**options: Unpack[Options]`: the fields are the arguments."""
        records = [thing.of for thing in self.world.annotated(annotation, function.module, function.owner) if isinstance(thing, Instance)]
        for record in records:
            self.add_fields(signature, self.world.lineage(record))
        signature.open = not records

    def of_constructor(self, owner: Class) -> Signature:
        """What a class is called with: the parameters of its constructor, the fields of a record."""
        lineage = self.world.lineage(owner)
        signature = Signature()
        written = self.add_methods(signature, lineage, "__init__") or self.add_methods(signature, lineage, "__new__")
        if is_record(lineage):
            self.add_fields(signature, lineage)
            signature.open = signature.open or takes_extra(lineage)
        elif not written:
            signature.open = self.world.is_open(owner)
        return signature

    def add_methods(self, signature: Signature, lineage: Sequence[Class], name: str) -> bool:
        """The nearest constructor, and those it hands keyword arguments on to."""
        written = False
        for kin in lineage:
            methods = [Function(kin.module, statement, kin) for statement in kin.bindings.get(name, ()) if isinstance(statement, Def)]
            if not methods or kin.node.name in RECORDS:
                continue
            each = [self.of_function(method) for method in methods]
            for one in each:
                merge(signature, one, first=not written)
            written = True
            if not any(one.open for one in each):
                break
        return written

    def add_fields(self, signature: Signature, lineage: Sequence[Class]) -> None:
        """The fields of a record and of what it inherits from, in order."""
        names: list[str] = []
        for kin in reversed(lineage):
            for statement in kin.statements:
                if is_field(statement):
                    for name in (statement.target.id, *renamed(statement)):
                        note(signature, name, statement.annotation, kin.module, kin)
                    names += [statement.target.id] if statement.target.id not in names else []
        signature.order = signature.order or names

    # what a table says of it

    def takes(self, thing: Thing, spelling: str, positional: Sequence[str] = ()) -> Answer:
        """Whether a callable takes an argument as spelt; a dot goes into what is handed over, `|ms` names the unit.

        `positional`: the table's own names of what is given by position.
        """
        first, *rest = spelling.partition("|")[0].replace("[]", "").split(".")
        signature = self.of(thing)
        if signature is None:
            return Answer.UNVERIFIABLE
        if first in signature.names:
            return self.deeper(signature.names[first], rest)
        if signature.variable and first in positional:
            return Answer.UNVERIFIABLE
        if signature.open:
            return Answer.VERIFIED if not rest and mentions(thing, first) else Answer.UNVERIFIABLE
        return Answer.WRONG

    def deeper(self, annotations: Sequence[tuple[ast.expr, Module, Class | None]], path: Sequence[str]) -> Answer:
        """Whether objects of the annotated types have the fields of a path."""
        if not path:
            return Answer.VERIFIED
        things = [thing for annotation, module, owner in annotations for thing in self.world.annotated(annotation, module, owner)]
        return best(self.has_field(thing, path) for thing in things) if things else Answer.UNVERIFIABLE

    def has_field(self, thing: Thing, path: Sequence[str]) -> Answer:
        """Whether an object has the fields of a path."""
        if not isinstance(thing, Instance) or thing.of.module.tree.release.package == "python":
            return Answer.UNVERIFIABLE
        signature = self.of_constructor(thing.of)
        if path[0] in signature.names:
            return self.deeper(signature.names[path[0]], path[1:])
        found = self.world.member(thing.of, path[0])
        if found and not all(isinstance(one, Opaque) for one in found):
            return best(self.has_field(one, path[1:]) for one in found) if len(path) > 1 else Answer.VERIFIED
        # a plain class may stand for one derived from it
        return Answer.UNVERIFIABLE if found or signature.open or not is_record(self.world.lineage(thing.of)) else Answer.WRONG

    def places(self, thing: Thing, names: Sequence[str]) -> Answer:
        """Whether the positional parameters begin with these names, in this order."""
        signature = self.of(thing)
        if signature is None:
            return Answer.UNVERIFIABLE
        if signature.order[: len(names)] == list(names):
            return Answer.VERIFIED
        return Answer.UNVERIFIABLE if signature.variable else Answer.WRONG


def note(signature: Signature, name: str, annotation: ast.expr | None, module: Module, owner: Class | None) -> None:
    """Record a parameter."""
    signature.names.setdefault(name, [])
    if annotation is not None:
        signature.names[name].append((annotation, module, owner))


def merge(signature: Signature, other: Signature, *, first: bool) -> None:
    """Lay one signature over another; the nearest decides what is positional and whether it is open."""
    for name, places in other.names.items():
        signature.names.setdefault(name, []).extend(places)
    if first:
        signature.order, signature.open, signature.variable = other.order, other.open, other.variable


def is_record(lineage: Sequence[Class]) -> bool:
    """Whether a class takes its fields as arguments."""
    return any(
        kin.node.name in RECORDS or RECORDS & {last_name(base) for base in kin.node.bases} or any(map(RECORD_DECORATOR.search, decorators(kin.node)))
        for kin in lineage
    )


def is_field(statement: ast.stmt) -> TypeGuard[Field]:
    """Whether a statement of a class body declares a field."""
    if not isinstance(statement, ast.AnnAssign) or not isinstance(statement.target, ast.Name):
        return False
    return last_name(statement.annotation) != "ClassVar" and not statement.target.id.startswith("__")


def takes_extra(lineage: Sequence[Class]) -> bool:
    """Whether a record takes arguments beyond its fields: `extra` allowed, or a validator that collects them."""
    for kin in lineage:
        if any("extra" in name and name.startswith(("build", "_build")) for name in kin.bindings):
            return True
        settings = [statement for name in ("model_config", "Config") for statement in kin.bindings.get(name, ())]
        if any("allow" in words(statement) for statement in settings):
            return True
    return False


def words(node: ast.AST) -> Iterator[str]:
    """The texts and attribute names inside a node."""
    for inner in ast.walk(node):
        if isinstance(inner, ast.Constant) and isinstance(inner.value, str):
            yield inner.value
        elif isinstance(inner, ast.Attribute):
            yield inner.attr


def renamed(statement: ast.AnnAssign) -> Iterator[str]:
    """Other names by which a field may be given: `Field(alias="model")`."""
    for node in ast.walk(statement):
        if isinstance(node, ast.keyword) and node.arg in RENAMES:
            yield from words(node.value)


def mentions(thing: Thing, name: str) -> bool:
    """Whether an open function looks its keyword arguments up by that name, or hands one on under it."""
    nodes = (
        [thing.node] if isinstance(thing, Function) else [kin for kin in thing.statements if isinstance(kin, Def)] if isinstance(thing, Class) else []
    )
    return any(
        (isinstance(inner, ast.Constant) and inner.value == name) or (isinstance(inner, ast.keyword) and inner.arg == name)
        for node in nodes
        for inner in ast.walk(node)
    )
