"""Fields of objects: what constructors, methods and base classes put there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.project.flow.trace import HELD, Trace, subscripted
from ailint.project.flow.walk import Stop
from ailint.project.things import CallRef, Class

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.project.flow.engine import Flow
    from ailint.project.flow.seen import Seen
    from ailint.project.flow.walk import Walk


class Fields:
    """Asked by the flow for attributes of the project's own objects."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.resolver = flow.resolver

    def member(self, head: str, name: str, walk: Walk, seen: Seen) -> Iterable[Trace]:
        """`self.answer`: what any method of the class, or of a base, puts there."""
        owner = self.resolver.bindings(walk.spot.path).method_owner(walk.spot.scope, head)
        return () if owner is None else self.field(Class(walk.spot.path, owner), name, walk, seen)

    def field(self, cls: Class, name: str, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """A field of a class, or a property that gives it."""
        number = seen.enters(Stop(cls, name, None, walk.trail), walk.far)
        if number is None:
            return
        before, seen.at = seen.at, number
        yield from self.flow.confidential.field(cls, name, walk)
        for base in self.resolver.lineage(cls):
            if isinstance(base, Class):
                yield from self.own_field(base, name, walk, seen)
        seen.at = before

    def own_field(self, cls: Class, name: str, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """What one class itself says of a field."""
        use, inner = self.flow.variables.uses.field(cls, name), walk.deeper()
        for bound in use.bound:
            yield from self.flow.variables.bound(bound, inner, seen)
        yield from self.flow.variables.additions(use.added, inner, seen)
        for method in use.properties:
            yield from self.flow.calls.returns(method, None, walk, seen)

    def constructed(self, cls: Class, ref: CallRef, walk: Walk, seen: Seen) -> Iterator[Trace]:
        """An object of a project class holds what its fields are given."""
        call = self.resolver.call(ref)
        inner = walk.at(self.resolver.spot(ref))
        if self.flow.closed.is_enumeration(cls):
            return
        if not walk.trail:
            inner = inner.taking(HELD) if walk.confides else inner
            yield from self.flow.each((*call.args, *(value for _, value in call.keywords)), inner, seen)
        elif not subscripted(walk.trail):
            name, *rest = walk.trail
            for keyword, value in call.keywords:
                if keyword == name:
                    yield from self.flow.walk(value, inner.left_with(*rest), seen)
            if not self.flow.closed.field(cls, walk.trail):
                yield from self.flow.each(call.spreads, inner.left_with(f"[{name}]", *rest), seen)
            yield from self.field(cls, name, inner.left_with(*rest).leaving(), seen)
