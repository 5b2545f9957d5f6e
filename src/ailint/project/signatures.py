"""What annotations, defaults and callers say of parameters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import CallResult, Collection, Item, Literal, Operation, Parameter, Ref, Value
from ailint.project.members import WRAPPERS
from ailint.project.structure import END
from ailint.project.things import CallRef, Class, Data, External, Instance, Opaque, Spot, Thing, Things, distinct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.resolve import Resolver


class Signatures:
    """Asked by the resolver for parameters, and for who calls a function with what."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver

    def annotated(self, annotation: Value, spot: Spot) -> Things:
        """Objects of the classes that an annotation names; empty where it says nothing of use."""
        return tuple(self.annotation_things(annotation, spot))

    def annotation_things(self, annotation: Value, spot: Spot) -> Iterator[Thing]:
        """The objects of an annotation, through quotes, unions and the wrappers of `typing`."""
        match annotation:
            case Literal(value=str(text)) if text.replace(".", "").replace("_", "").isalnum():
                yield from self.annotation_things(Ref(text), spot)
            case Ref():
                for thing in self.resolver.things(annotation, spot):
                    yield from self.named(thing)
            case Operation(operator="|", operands=operands):
                for operand in operands:
                    yield from self.annotation_things(operand, spot)
            case Item(base=base, key=key):
                names = {thing.origin for thing in self.resolver.things(base, spot) if isinstance(thing, External)}
                if names & WRAPPERS:
                    yield from self.unwrapped(key.items if isinstance(key, Collection) else (key,), spot)

    def named(self, thing: Thing) -> Iterator[Thing]:
        """The objects of what an annotation names: a class, or another name for an annotation."""
        match thing:
            case Class():
                yield Instance(thing)
            case External(origin=origin) if not origin.startswith(("builtins.", "typing.")):
                yield External(origin, (), complete=False)
            case Data(value=Item() | Operation() as annotation, spot=spot):
                yield from self.annotation_things(annotation, spot)

    def unwrapped(self, arguments: tuple[Value, ...], spot: Spot) -> Iterator[Thing]:
        """The objects of the arguments of `Optional`, `Union`, `Annotated`."""
        injected = [thing for argument in arguments[1:] for thing in self.injected(argument, spot)]
        if injected:
            yield from injected
            return
        for argument in arguments:
            if not isinstance(argument, CallResult):
                yield from self.annotation_things(argument, spot)

    def injected(self, value: Value | None, spot: Spot) -> Things:
        """What a dependency declared as `Depends(make)` is: the result of `make`."""
        if not isinstance(value, CallResult):
            return ()
        ref = CallRef(spot.path, value.call)
        call = self.resolver.call(ref)
        if not call.args or not any(self.resolver.has_role(thing, "inject") for thing in self.resolver.callee(ref)):
            return ()
        return distinct(found for thing in self.resolver.things(call.args[0], spot) for found in self.resolver.results.called(thing, ref))

    def parameter(self, path: str, index: int, parameter: Parameter) -> Iterator[Thing]:
        """What a parameter is: by its annotation, what is injected, what callers hand over, its default."""
        scope = self.resolver.files[path].scopes[index]
        owner = self.receiver(path, index, parameter)
        if owner is not None:
            yield owner
            return
        outside = Spot(path, scope.parent, scope.block, END)
        typed = self.annotated(parameter.annotation, outside) if parameter.annotation is not None else ()
        injected = self.injected(parameter.default, outside)
        if injected or (typed and not any(isinstance(t, External) and not t.complete for t in typed)):
            yield from injected or typed
            return
        passed = tuple(self.passed(path, index, parameter))
        known = [thing for thing in passed if not isinstance(thing, Opaque) and not (isinstance(thing, Data) and thing.is_none)]
        yield from typed if typed and not known else passed

    def receiver(self, path: str, index: int, parameter: Parameter) -> Thing | None:
        """What `self` or `cls` stands for, where the parameter is one."""
        scope = self.resolver.files[path].scopes[index]
        parent = self.resolver.files[path].scopes[scope.parent] if scope.parent >= 0 else None
        if parent is None or parent.kind != "class" or not scope.parameters or scope.parameters[0] != parameter:
            return None
        names = {decorator.name for decorator in scope.decorators if isinstance(decorator, Ref)}
        if "staticmethod" in names:
            return None
        cls = Class(path, scope.parent)
        return cls if "classmethod" in names else Instance(cls)

    def passed(self, path: str, index: int, parameter: Parameter) -> Iterator[Thing]:
        """What callers hand over for a parameter, and its default where one of them leaves it out or none is seen."""
        scope = self.resolver.files[path].scopes[index]
        callers = self.resolver.callers(path, index)
        omitted = not callers
        for ref in callers or ():
            value = self.resolver.handed(ref, scope, parameter)
            if value is None:
                omitted = True
            elif not self.is_handed_on(ref, index, parameter, value):
                yield from self.resolver.things(value, self.resolver.spot(ref))
        if omitted and parameter.default is not None:
            yield from self.resolver.things(parameter.default, Spot(path, scope.parent, scope.block, END))
        if not callers:
            yield Opaque("handed over by the caller")

    def is_handed_on(self, ref: CallRef, index: int, parameter: Parameter, value: Value) -> bool:
        """Whether a function that calls itself hands over the parameter as it was given."""
        unchanged = isinstance(value, Ref) and value.name == parameter.name
        return unchanged and self.resolver.call(ref).scope == index and (index, parameter.name) not in self.resolver.bindings(ref.path).names
