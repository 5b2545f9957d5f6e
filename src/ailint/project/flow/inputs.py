"""What somebody outside sent: parameters of handlers, and what is taken of the objects that frameworks hand over."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ailint.facts import CallResult, Parameter, Place, Ref
from ailint.project import declared
from ailint.project.bindings import tail
from ailint.project.flow.trace import SERIALISED, Trace
from ailint.project.handlers import SENT
from ailint.project.structure import END
from ailint.project.things import CallRef, External, Function, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.declared import Declared, Type
    from ailint.project.flow.engine import Flow
    from ailint.project.flow.seen import Seen
    from ailint.project.flow.walk import Walk
    from ailint.project.handlers import Handlers
    from ailint.project.things import Things

KIND = "untrusted"


class Inputs:
    """Asked by the flow for names, calls and parameters."""

    def __init__(self, flow: Flow, handlers: Handlers) -> None:
        self.flow = flow
        self.resolver = flow.resolver
        self.handlers = handlers
        self._named: dict[tuple[Spot, str], bool | None] = {}
        self._called: dict[CallRef, bool | None] = {}

    @cached_property
    def within_reach(self) -> frozenset[str]:
        """The files that what somebody sent can get to: those tied to a handler, or to one that takes it of a library's object."""
        senders = self.resolver.knowledge.sending_roots
        importing = (path for path, facts in self.resolver.files.items() if any(i.module.partition(".")[0] in senders for i in facts.imports))
        asking = (site.path for site in self.flow.sites.of("ui.input"))
        return self.flow.neighbours.of({*(path for path, _ in self.handlers), *importing, *asking})

    # objects

    def named(self, ref: Ref, walk: Walk) -> Trace | None:
        """`request.form`: the trace of a dotted name that takes what was sent of an object."""
        if tail(ref) not in self.resolver.knowledge.sending_names:
            return None
        key = walk.spot, ref.name
        if key not in self._named:
            self._named[key] = self.sends(self.resolver.things(ref, walk.spot))
        bounded = self._named[key]
        if bounded is None:
            return None
        step = self.resolver.files[walk.spot.path].steps[walk.spot.at] if walk.spot.at != END else None
        place = self.flow.place(walk.spot, step.span if step is not None else self.resolver.files[walk.spot.path].scopes[walk.spot.scope].span)
        return Trace(KIND, place, None, walk.trail, (place, *walk.path), bounded=bounded)

    def called(self, ref: CallRef, walk: Walk) -> Trace | None:
        """`request.get_json()`: the trace of a call that takes what was sent of an object."""
        if ref not in self._called:
            bounded = self.sends(self.resolver.callee(ref))
            self._called[ref] = self.sends_by_place(ref) if bounded is None else bounded
        bounded = self._called[ref]
        if bounded is None:
            return None
        place = self.flow.call_place(ref)
        return Trace(KIND, place, ref, walk.trail, (place, *walk.path), bounded=bounded)

    def sends(self, things: Things) -> bool | None:
        """Whether what was sent is short by itself, where one of the things takes it, and nothing more, of an object that was handed in."""
        for thing in things:
            if isinstance(thing, External) and not thing.makers:
                found = self.resolver.knowledge.sender(thing.origin)
                if found is not None and self.resolver.knowledge.plain(thing.origin).endswith(f".{found[1]}"):
                    return found[0].bounded
        return None

    def sends_by_place(self, ref: CallRef) -> bool | None:
        """The same of a method of a handler's parameter that bears no annotation."""
        call = self.resolver.call(ref)
        head, _, method = call.func.name.partition(".") if isinstance(call.func, Ref) else ("", "", "")
        bindings = self.resolver.bindings(ref.path)
        scope = bindings.binding_scope(call.scope, head) if method else 0
        handler = self.handlers.get((ref.path, scope))
        parameter = bindings.parameters.get((scope, head))
        if handler is None or parameter is None or parameter.annotation is not None or (scope, head) in bindings.names:
            return None
        origin = handler.gets(parameter, bindings.facts.scopes[scope])
        return self.sends((External(f"{origin}.{method}"),))

    # parameters

    def parameter(self, parameter: Parameter, scope: int, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """What a framework fills a handler's parameter with."""
        path = walk.spot.path
        handler = self.handlers.get((path, scope))
        if handler is None or walk.has_entered(path, scope):
            return
        declaration = declared.of_parameter(self.resolver, path, scope, parameter)
        injecting = list(self.injecting(parameter, declaration))
        origin = handler.gets(parameter, self.resolver.files[path].scopes[scope])
        if injecting:
            for function in self.made_by(injecting):
                yield from self.flow.calls.returns(function, None, walk.leaving(), seen)
        elif origin != SENT:
            yield from self.of_object(origin, parameter, declaration.place, walk)
        elif self.holds_text(declaration, walk.trail):
            spot = Spot(path, scope, self.resolver.files[path].scopes[scope].body, END)
            way = (declaration.place, *walk.path)
            yield Trace(KIND, declaration.place, None, walk.trail, way, Ref(parameter.name), spot, walk.handed_in, handler.bounded)

    def of_object(self, origin: str, parameter: Parameter, place: Place, walk: Walk) -> Iterator[Trace]:
        """What is taken of an object in a parameter that bears no annotation."""
        taken = "".join(name if name.startswith("[") else f".{name}" for name in walk.trail)
        found = self.resolver.knowledge.sender(origin + taken) if parameter.annotation is None else None
        if found is not None:
            rest = walk.trail[found[1].count(".") + 1 :]
            yield Trace(KIND, place, None, rest, (place, *walk.path), bounded=found[0].bounded)

    def injecting(self, parameter: Parameter, declaration: Declared) -> Iterator[CallRef]:
        """The calls, as default or in the annotation, that have the framework make the parameter's value."""
        spot = declaration.spot
        refs = [CallRef(spot.path, parameter.default.call)] if isinstance(parameter.default, CallResult) else []
        refs += [note for one in declared.types(self.resolver, declaration.annotation, spot) for note in one.notes]
        yield from (ref for ref in refs if any(self.resolver.has_role(thing, "inject") for thing in self.resolver.callee(ref)))

    def made_by(self, injecting: list[CallRef]) -> Iterator[Function]:
        """The functions of the project whose results are injected."""
        for ref in injecting:
            for value in self.resolver.call(ref).args[:1]:
                yield from (thing for thing in self.resolver.things(value, self.resolver.spot(ref)) if isinstance(thing, Function))

    # types

    def holds_text(self, declaration: Declared, trail: tuple[str, ...]) -> bool:
        """Whether what a trail takes of a declared value may hold words of the sender's choice."""
        whole = list(declared.types(self.resolver, declaration.annotation, declaration.spot))
        if declaration.annotation is not None and not any(self.carries(one) for one in whole):
            return False
        found = declared.followed(self.resolver, declaration, tuple(name for name in trail if name != SERIALISED))
        alternatives = list(declared.types(self.resolver, found.annotation, found.spot))
        return found.annotation is None or any(self.carries(one) for one in alternatives)

    def carries(self, one: Type) -> bool:
        """Whether a type lets text of any kind through."""
        if one.cls is not None:
            return declared.is_model(self.resolver, one.cls) and not declared.is_enum(self.resolver, one.cls)
        return one.origin.startswith(self.flow.words.open_types)
