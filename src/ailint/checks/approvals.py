"""What stands in front of an action: a person who is asked, a list of what is allowed, a dry run, or a framework's approval."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.told import within
from ailint.facts import CallResult, Collection, Literal, Mapping, Operation, Ref, Value
from ailint.project.arguments import Argument, Given
from ailint.project.guards import met
from ailint.project.things import CallRef, Data, External, Function, Opaque
from ailint.project.tools import functions_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.bindings import Bindings
    from ailint.project.sites import Site
    from ailint.project.things import Spot, Thing

ASKS = re.compile(r"approv|confirm|consent|authori[sz]|permission|permit|interrupt|elicit|ask_(?:user|human|person)|human|^input$|dry_?run|review")
ALLOWS = re.compile(
    r"allow|white_?list|permitted|safe|valid|polic|sandbox|workspace|relative_to|common_?pa|startswith|inside|within|contain|scope|quota|role|admin"
)
FORBIDS = re.compile(r"deny|denied|block|forbid|danger|black_?list|banned|restrict")
OFF = frozenset({None, False, "NEVER", "never"})


def asked_before(project: Project, bindings: Bindings, ref: CallRef) -> bool:
    """Whether something in the function of a call has to be passed before the call: a question, a list of what is allowed."""
    call = project.resolver.call(ref)
    if any(
        asks(project, bindings, index) for index, other in enumerate(bindings.facts.calls) if other.scope == call.scope and other.step < call.step
    ):
        return True
    return any(lets_through(bindings, test, holds=holds) for test, holds in met(bindings, project.resolver.spot(ref)))


def asks(project: Project, bindings: Bindings, index: int) -> bool:
    """Whether a call asks a person, by what the tables say or by its name."""
    site = project.site(bindings.path, index)
    if site is not None:
        return site.role in {"approval", "ui.input"}
    return bool(ASKS.search(bindings.facts.calls[index].name.lower()))


def lets_through(bindings: Bindings, test: Value, *, holds: bool) -> bool:
    """Whether a condition is one of approval, a dry run, or a list of what is allowed; a list of what is forbidden is none."""
    parts = list(within(bindings, test))
    names = [part.name.lower() for part in parts if isinstance(part, Ref)]
    names += [bindings.facts.calls[part.call].name.lower() for part in parts if isinstance(part, CallResult)]
    if any(FORBIDS.search(name) for name in names):
        return False
    if any(ASKS.search(name) or ALLOWS.search(name) for name in names):
        return True
    wanted = "in" if holds else "not in"
    return any(isinstance(part, Operation) and part.operator == wanted and is_list(part.operands[-1]) for part in parts)


def is_list(value: Value) -> bool:
    """Whether a value is a closed list: written out, or a constant by its name."""
    return isinstance(value, Collection | Mapping) or (isinstance(value, Ref) and value.name.rpartition(".")[2].isupper())


# frameworks


class Approvals:
    """The approval settings of one project's tools and agents."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.agents = [site for site in project.calls("agent.define", "agent.run") if "approval" in site.meaning.arguments]
        self.elsewhere = {
            project.subproject_of(site.path).path
            for site in (*project.calls("approval"), *(site for site in self.agents if self.is_on(project.argument(site, "approval"))))
        }

    def of(self, function: Function) -> bool | None:
        """Whether a tool is approved by a setting of its own or of its agents; None where that cannot be told."""
        found = [self.setting(self.project.argument(site, "approval"), function) for site in self.sites_of(function)]
        if True in found:
            return True
        if None in found or self.project.subproject_of(function.path).path in self.elsewhere:
            return None
        return False

    def sites_of(self, function: Function) -> Iterator[Site]:
        """The calls that make a tool of a function, and the agents that have it in their lists."""
        scope = self.project.resolver.scope(function)
        for decorator in scope.decorators:
            refs = [CallRef(function.path, decorator.call)] if isinstance(decorator, CallResult) else []
            yield from (site for ref in refs if (site := self.project.sites.at(ref)) is not None and site.role == "tool.def")
        for site in (*self.project.calls("tool.def"), *self.agents):
            values = (self.project.given(site, name) for name in ("function", "tools"))
            if any(same(found, function) for value in values if value is not None for found in functions_in(self.project.resolver, value, site.spot)):
                yield site

    def setting(self, approval: Argument, function: Function) -> bool | None:
        """What an approval setting says of one tool: of all, or of those that it names."""
        if approval.given is Given.UNKNOWN:
            return None
        if not self.is_on(approval):
            return False
        named = [name for thing in approval.things for name in self.named(thing)]
        return True if not named else (self.project.resolver.scope(function).name in named or None)

    def is_on(self, approval: Argument) -> bool:
        """Whether an approval setting asks for anything."""
        if approval.given is not Given.CALL or (approval.things and all(is_off(thing) for thing in approval.things)):
            return approval.given is Given.DEFAULT and approval.default not in OFF
        lists = [(thing.value.items, thing.spot) for thing in approval.things if isinstance(thing, Data) and isinstance(thing.value, Collection)]
        return not lists or any(isinstance(item, Literal) or self.is_approval(item, spot) for items, spot in lists for item in items)

    def is_approval(self, item: Value, spot: Spot) -> bool:
        """Whether an item of a list has actions approved, or may."""
        things = self.project.things(item, spot)
        return any(isinstance(thing, Opaque) or self.project.resolver.has_role(thing, "approval") for thing in things)

    def named(self, thing: Thing) -> Iterator[str]:
        """The tools that an approval setting names."""
        if isinstance(thing, Data) and isinstance(thing.value, Mapping):
            yield from (str(key.value) for key, value in thing.value.entries if isinstance(key, Literal) and value != Literal(value=False))
        elif isinstance(thing, Data) and isinstance(thing.value, Collection):
            for item in thing.value.items:
                for inner in self.project.things(item, thing.spot):
                    yield from self.named_by(inner)

    def named_by(self, thing: Thing) -> Iterator[str]:
        """The tools that an object of a list names, where it is one that has actions approved."""
        if isinstance(thing, External) and thing.makers and self.project.resolver.has_role(thing, "approval"):
            site = self.project.sites.at(thing.makers[-1])
            given = self.project.argument(site, "tools").things if site is not None else ()
            yield from (name for found in given for name in self.named(found))


def is_off(thing: Thing) -> bool:
    """Whether a setting is switched off."""
    if isinstance(thing, Data) and isinstance(thing.value, Collection | Mapping):
        return not (thing.value.items if isinstance(thing.value, Collection) else thing.value.entries)
    return isinstance(thing, Data) and isinstance(thing.value, Literal) and thing.value.value in OFF


def same(found: Function, function: Function) -> bool:
    """Whether two functions are one, whatever object they are bound to."""
    return (found.path, found.scope) == (function.path, function.scope)
