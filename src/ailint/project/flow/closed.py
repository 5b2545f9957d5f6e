"""Closed types: annotations and schemas that leave no free text to whoever fills them in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import CallResult, Collection, Item, Literal, Operation, Ref, Value
from ailint.project.structure import END
from ailint.project.things import CallRef, Class, External, Instance, Spot

if TYPE_CHECKING:
    from ailint.facts import Parameter
    from ailint.project.flow.engine import Flow
    from ailint.project.flow.trace import Trail
    from ailint.project.sites import Site
    from ailint.project.things import Thing

LISTING = frozenset({"typing.Literal", "typing_extensions.Literal"})
ANNOTATED = frozenset({"typing.Annotated", "typing_extensions.Annotated"})


class Closed:
    """Asked by the flow whether a parameter, a field or an object can hold text at all."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.resolver = flow.resolver
        self.words = flow.words

    def parameter(self, path: str, scope: int, parameter: Parameter, trail: Trail) -> bool:
        """Whether what is taken of a tool's parameter is no free text of the model: by its type, or since the framework fills it in."""
        here = self.resolver.files[path].scopes[scope]
        if parameter.annotation is None:
            return parameter.name in self.words.injected
        spot = Spot(path, here.parent, here.block, END)
        objects = [thing.cls for thing in self.resolver.signatures.annotated(parameter.annotation, spot) if isinstance(thing, Instance)]
        by_field = any(self.field(cls, trail) for cls in objects)
        return by_field or self.annotation(parameter.annotation, spot) or self.is_injected(parameter.annotation, spot)

    def is_number(self, path: str, scope: int, parameter: Parameter) -> bool:
        """Whether a parameter is declared a number or the like, of which the model chooses one."""
        here = self.resolver.files[path].scopes[scope]
        things = self.resolver.things(parameter.annotation, Spot(path, here.parent, here.block, END)) if parameter.annotation is not None else ()
        return bool(things) and all(isinstance(thing, External) and thing.origin in self.words.closed_types for thing in things)

    def is_injected(self, annotation: Value, spot: Spot) -> bool:
        """Whether an annotation names something of an AI framework: its context, its configuration, a marker for what it injects."""
        match annotation:
            case Literal(value=str(text)):
                return text.isidentifier() and self.is_injected(Ref(text), spot)
            case Ref():
                return any(isinstance(thing, External) and self.is_of_framework(thing) for thing in self.resolver.things(annotation, spot))
            case CallResult(call=index):
                return any(isinstance(thing, External) and self.is_of_framework(thing) for thing in self.resolver.callee(CallRef(spot.path, index)))
            case Operation(operands=parts) | Collection(items=parts):
                return any(self.is_injected(part, spot) for part in parts)
            case Item(base=base, key=key):
                return self.is_injected(base, spot) or self.is_injected(key, spot)
            case _:
                return False

    def is_of_framework(self, thing: External) -> bool:
        """Whether a thing comes from an AI library."""
        origin = self.resolver.knowledge.plain(thing.origin)
        return any(origin == root or origin.startswith(f"{root}.") for root in self.resolver.knowledge.ai_roots)

    def answer(self, site: Site, trail: Trail) -> bool:
        """Whether what is taken of a model's answer is a field of its schema that holds no free text."""
        schema = self.flow.arguments.effective(site.ref, site.meaning, site.thing, "schema") if trail else None
        classes = [thing for thing in schema.things if isinstance(thing, Class)] if schema is not None else []
        return bool(classes) and all(self.field(cls, trail) for cls in classes)

    def field(self, cls: Class, trail: Trail) -> bool:
        """Whether the way into an object of a class leads to a declared field without free text."""
        for place, name in enumerate(trail):
            declared = self.declared(cls, name.strip("[]"))
            if declared is not None:
                nested = [thing.cls for thing in self.resolver.signatures.annotated(*declared) if isinstance(thing, Instance)]
                return self.annotation(*declared) or any(self.field(inner, trail[place + 1 :]) for inner in nested)
        return False

    def declared(self, cls: Class, name: str) -> tuple[Value, Spot] | None:
        """The annotation of a field of a class or of its bases."""
        for base in self.resolver.lineage(cls):
            if isinstance(base, Class):
                for binding in self.resolver.bindings(base.path).names.get((base.scope, name), ()):
                    if binding.annotation is not None:
                        return binding.annotation, Spot(base.path, base.scope, binding.block, binding.step)
        return None

    def annotation(self, annotation: Value, spot: Spot) -> bool:
        """Whether an annotation names constants, numbers, dates or an enumeration, and nothing else."""
        match annotation:
            case Literal(value=None):
                return True
            case Literal(value=str(text)):
                return text.isidentifier() and self.annotation(Ref(text), spot)
            case Ref():
                return all(self.is_closed(thing) for thing in self.resolver.things(annotation, spot))
            case Operation(operator="|", operands=operands):
                return all(self.annotation(operand, spot) for operand in operands)
            case Item(base=base, key=key):
                return self.subscripted(base, key.items if isinstance(key, Collection) else (key,), spot)
            case _:
                return False

    def subscripted(self, base: Value, arguments: tuple[Value, ...], spot: Spot) -> bool:
        """The same of `Literal[…]`, `Annotated[type, …]`, and containers or unions of types."""
        origins = {thing.origin for thing in self.resolver.things(base, spot) if isinstance(thing, External)}
        if origins & LISTING:
            return True
        return bool(origins) and all(self.annotation(argument, spot) for argument in (arguments[:1] if origins & ANNOTATED else arguments))

    def is_closed(self, thing: Thing) -> bool:
        """Whether a type holds no free text."""
        if isinstance(thing, Class):
            return self.is_enumeration(thing)
        return isinstance(thing, External) and thing.origin in self.words.closed_types

    def is_enumeration(self, cls: Class) -> bool:
        """Whether a class of the project lists its objects."""
        return any(isinstance(base, External) and base.origin.startswith("enum.") for base in self.resolver.lineage(cls))
