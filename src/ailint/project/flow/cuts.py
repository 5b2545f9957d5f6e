"""Cuts: what takes the harm out of a value for one family of sinks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Attribute, Literal, Ref
from ailint.project.bindings import tail
from ailint.project.things import CallRef, Data, External, Function

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.flow.engine import Flow
    from ailint.project.flow.trace import Walk

REPLACING = frozenset({"sub", "subn", "replace"})


class Cuts:
    """Asked by the flow whether a walk against a family of sinks ends."""

    def __init__(self, flow: Flow) -> None:
        self.flow = flow
        self.resolver = flow.resolver
        self.words = flow.words

    def by_attribute(self, value: Attribute | Ref, walk: Walk) -> bool:
        """Whether an attribute is a harmless part of its object: the `name` of a path."""
        name = tail(value)
        if not walk.against or (isinstance(value, Ref) and "." not in value.name) or not self.words.may_cut(name, walk.against):
            return False
        return self.words.cuts_of_any(name, walk.against) or any(
            isinstance(thing, External) and self.words.cuts(self.resolver.knowledge.plain(thing.origin), walk.against)
            for thing in self.resolver.things(value, walk.spot)
        )

    def by_name(self, ref: CallRef, walk: Walk) -> bool:
        """Whether a call is one whose name says enough, or takes out of a text what makes it harmful."""
        name = tail(self.resolver.call(ref).func)
        if not walk.against or (name not in REPLACING and not self.words.cuts_of_any(name, walk.against)):
            return False
        harmless = name not in REPLACING or any(self.words.disarms(removed, walk.against) for removed in self.removed(ref))
        return harmless and not self.flow.calls.is_ours(ref)

    def by_own_name(self, function: Function, walk: Walk) -> bool:
        """Whether a function of the project is there to take the harm out, as its name says."""
        return bool(walk.against) and self.words.says_it_cuts(self.resolver.scope(function).name, walk.against)

    def removed(self, ref: CallRef) -> Iterator[str]:
        """What a call replaces in a text, as written: at the call, or where its pattern was compiled."""
        makers = (maker for thing in self.resolver.callee(ref) if isinstance(thing, External) for maker in thing.makers)
        for one in (ref, *makers):
            for first in self.resolver.call(one).args[:1]:
                for thing in self.resolver.things(first, self.resolver.spot(one)):
                    if isinstance(thing, Data) and isinstance(thing.value, Literal):
                        yield str(thing.value.value)
