"""What declarations say of values: the types of parameters and fields, followed into the classes that they name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ailint.facts import CallResult, Collection, Item, Literal, Operation, Place, Ref, Value
from ailint.project.structure import END
from ailint.project.things import CallRef, Class, Data, External, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Parameter
    from ailint.project.resolve import Resolver

DEEPEST = 8
EITHER = frozenset({"typing.Optional", "typing.Union"})
WITH_NOTES = frozenset({"typing.Annotated", "typing_extensions.Annotated"})
ENUMS = "enum."
CHOICES = frozenset({"typing.Literal", "typing_extensions.Literal"})
MODEL_MAKERS = frozenset({"dataclass", "define", "frozen", "attrs"})


@dataclass(frozen=True, slots=True)
class Declared:
    """A parameter or field as it is declared, with the class that it is a field of."""

    name: str
    annotation: Value | None
    default: Value | None
    spot: Spot
    place: Place
    owner: Class | None = None


@dataclass(frozen=True, slots=True)
class Type:
    """One alternative of a declared type: a class of the project, or an origin; its arguments; the call that makes it; notes beside it."""

    origin: str = ""
    cls: Class | None = None
    arguments: tuple[Value, ...] = ()
    spot: Spot | None = None
    made_by: CallRef | None = None
    notes: tuple[CallRef, ...] = ()


def of_parameter(resolver: Resolver, path: str, index: int, parameter: Parameter) -> Declared:
    """The declaration of a parameter."""
    scope = resolver.files[path].scopes[index]
    outside = Spot(path, scope.parent, scope.block, END)
    return Declared(parameter.name, parameter.annotation, parameter.default, outside, Place(path, scope.span, scope.symbol))


def types(resolver: Resolver, annotation: Value | None, spot: Spot, depth: int = 0) -> Iterator[Type]:
    """The alternatives of an annotation, None left out; an origin of `?` where it cannot be told."""
    if depth > DEEPEST:
        yield Type("?")
        return
    match annotation:
        case Literal(value=None):
            return
        case Literal(value=str(text)) if text.replace(".", "").replace("_", "").isalnum():
            yield from types(resolver, Ref(text), spot, depth + 1)
        case Ref():
            yield from named(resolver, annotation, spot, depth)
        case Operation(operator="|", operands=operands):
            for operand in operands:
                yield from types(resolver, operand, spot, depth + 1)
        case Item(base=base, key=key):
            yield from subscripted(resolver, base, key, spot, depth)
        case CallResult(call=call):
            ref = CallRef(spot.path, call)
            yield from (Type(thing.origin, made_by=ref) for thing in resolver.callee(ref) if isinstance(thing, External))
        case _:
            yield Type("?")


def named(resolver: Resolver, annotation: Ref, spot: Spot, depth: int) -> Iterator[Type]:
    """What a name in an annotation stands for: a class, or another name for an annotation."""
    for thing in resolver.things(annotation, spot):
        match thing:
            case Class():
                yield Type(cls=thing)
            case External(origin=origin, makers=makers):
                yield Type(origin.removesuffix("()"), made_by=makers[-1] if makers else None)
            case Data(value=value, spot=inner) if value != annotation:
                yield from types(resolver, value, inner, depth + 1)
            case _:
                yield Type("?")


def subscripted(resolver: Resolver, base: Value, key: Value, spot: Spot, depth: int) -> Iterator[Type]:
    """The alternatives of `Optional[…]`, `Annotated[…]`, `list[…]`."""
    origins = {thing.origin for thing in resolver.things(base, spot) if isinstance(thing, External)}
    arguments = key.items if isinstance(key, Collection) else (key,)
    if origins & EITHER:
        for argument in arguments:
            yield from types(resolver, argument, spot, depth + 1)
    elif origins & WITH_NOTES:
        notes = tuple(CallRef(spot.path, argument.call) for argument in arguments[1:] if isinstance(argument, CallResult))
        yield from (replace(one, notes=(*one.notes, *notes)) for one in types(resolver, arguments[0], spot, depth + 1))
    else:
        yield Type(next(iter(sorted(origins)), "?"), arguments=arguments, spot=spot)


def followed(resolver: Resolver, declared: Declared, trail: tuple[str, ...]) -> Declared:
    """The declaration of what a trail takes of a value, as far as it can be told."""
    for taken in trail:
        inner = next(taken_of(resolver, declared, taken), None)
        if inner is None:
            return replace(declared, annotation=None) if taken.startswith("[") else declared
        declared = inner
    return declared


def taken_of(resolver: Resolver, declared: Declared, taken: str) -> Iterator[Declared]:
    """The declaration of one attribute or item of a declared value."""
    name = taken.strip("[]")
    for one in types(resolver, declared.annotation, declared.spot):
        if one.cls is not None:
            yield from fields(resolver, one.cls, name)
        elif one.arguments and one.spot is not None and taken.startswith("["):
            yield replace(declared, annotation=one.arguments[-1], default=None, spot=one.spot)
        elif taken.startswith("[") and one.origin == "builtins.str":
            yield declared


def fields(resolver: Resolver, cls: Class, name: str) -> Iterator[Declared]:
    """The declarations of a field, the nearest class first."""
    for base in resolver.lineage(cls):
        if isinstance(base, Class):
            bindings = resolver.bindings(base.path)
            for binding in bindings.names.get((base.scope, name), ()):
                spot = Spot(base.path, base.scope, binding.block, binding.step)
                place = Place(base.path, bindings.facts.steps[binding.step].span, bindings.facts.scopes[base.scope].symbol)
                yield Declared(name, binding.annotation, binding.value, spot, place, base)


def is_enum(resolver: Resolver, cls: Class) -> bool:
    """Whether a class lists all the values that it can have."""
    return any(isinstance(base, External) and base.origin.startswith(ENUMS) for base in resolver.lineage(cls))


def is_model(resolver: Resolver, cls: Class) -> bool:
    """Whether a class describes data: it has a base of a library, or a decorator makes its fields."""
    scope = resolver.scope(cls)
    spot = Spot(cls.path, scope.parent, scope.block, END)
    made = any(name in MODEL_MAKERS for decorator in scope.decorators for name in decorator_names(resolver, decorator, spot))
    return made or any(not isinstance(base, Class) for base in resolver.lineage(cls))


def decorator_names(resolver: Resolver, decorator: Value, spot: Spot) -> Iterator[str]:
    """Last names of what a decorator may be."""
    things = resolver.callee(CallRef(spot.path, decorator.call)) if isinstance(decorator, CallResult) else resolver.things(decorator, spot)
    yield from (thing.origin.rpartition(".")[2] for thing in things if isinstance(thing, External))
