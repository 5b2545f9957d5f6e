"""Cuts: what takes the harm out of a value for one family of sinks."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import Attribute, Literal, Ref, Template, Value
from ailint.project.bindings import tail
from ailint.project.things import CallRef, Class, Data, External, Function

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.flow.engine import Flow
    from ailint.project.flow.walk import Walk

REPLACING = frozenset({"sub", "subn", "replace"})
ADDRESS = "url"
SCHEMA = "schema"
VALIDATING = "parse.schema"
PUT_IN = "\0"
GROUP = re.compile(r"(?<!\\)\((?!\?[:=!<])")
WORDS = re.compile(r"(?<!\\)\((?:\?P<\w{1,40}>)?(?:\\[wd]|\[(?:\\[wd]|[a-zA-Z0-9_-]){1,40}\])(?:[+*?]|\{[\d,]{1,9}\}){0,2}\)")
HOST = re.compile(rf"(?:[a-z+]+://|{PUT_IN})[^/?#]*[/?#]|/(?!/)", re.IGNORECASE)


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

    def by_name(self, ref: CallRef, name: str, walk: Walk) -> bool:
        """Whether a call is one whose name says enough, or takes out of a text what makes it harmful, and is not the project's own."""
        harmless = name in self.words.numeric_methods or self.words.cuts_of_any(name, walk.against) or self.takes_out(ref, name, walk)
        if walk.against == SCHEMA and self.validates(ref):
            return True
        return (harmless or self.finds_words(ref, walk.against)) and not self.flow.calls.is_ours(ref)

    def finds_words(self, ref: CallRef, against: str) -> bool:
        """Whether a call finds by a pattern nothing but words and numbers, which are harmless but for an address."""
        site = self.flow.sites.at(ref) if against in self.words.plain_words else None
        patterns = list(self.patterns(ref)) if site is not None and site.role == "parse.regex" else []
        return bool(patterns) and all(finds_only_words(pattern) for pattern in patterns)

    def validates(self, ref: CallRef) -> bool:
        """Whether a call holds a value against a schema, or makes an object of a class that does."""
        site = self.flow.sites.at(ref)
        classes = (thing for thing in self.resolver.callee(ref) if isinstance(thing, Class))
        bases = (base for cls in classes for base in self.resolver.lineage(cls))
        return (site is not None and site.role == VALIDATING) or any(self.resolver.has_role(base, VALIDATING) for base in bases)

    def by_own_name(self, function: Function, walk: Walk) -> bool:
        """Whether a function of the project is there to take the harm out, as its name says."""
        return bool(walk.against) and self.words.says_it_cuts(self.resolver.scope(function).name, walk.against)

    def takes_out(self, ref: CallRef, name: str, walk: Walk) -> bool:
        """Whether a call replaces what makes a text harmful."""
        asked = bool(walk.against) and not walk.certain and name in REPLACING
        return asked and any(self.words.disarms(removed, walk.against) for removed in self.patterns(ref))

    @staticmethod
    def harmful_parts(text: Template, against: str) -> Iterator[Value]:
        """What is put into a text and can do harm: of an address, nothing that stands after its host."""
        before = ""
        for part in text.parts:
            if isinstance(part, Literal):
                before += str(part.value)
            elif against == ADDRESS and HOST.match(before):
                return
            else:
                before += PUT_IN
                yield part

    def patterns(self, ref: CallRef) -> Iterator[str]:
        """What a call replaces or looks for in a text, as written: at the call, or where its pattern was compiled."""
        makers = (maker for thing in self.resolver.callee(ref) if isinstance(thing, External) for maker in thing.makers)
        for one in (ref, *makers):
            for first in self.resolver.call(one).args[:1]:
                for thing in self.resolver.things(first, self.resolver.spot(one)):
                    if isinstance(thing, Data) and isinstance(thing.value, Literal):
                        yield str(thing.value.value)


def finds_only_words(pattern: str) -> bool:
    """Whether the groups of a pattern hold words and numbers: no blanks, points, slashes or quotes."""
    groups = len(GROUP.findall(pattern))
    return 0 < groups == len(WORDS.findall(pattern))
