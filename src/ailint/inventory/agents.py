"""Agents, and the tools that models may call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import CallResult, Collection, Literal, Mapping
from ailint.inventory.effects import ToolEffects
from ailint.inventory.naming import class_name, counts, given_name, one_line, sites
from ailint.inventory.records import Agent, Tool
from ailint.project.things import Class, Data, External, Function, Instance
from ailint.project.tools import functions_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Value
    from ailint.project import Project
    from ailint.project.sites import Site
    from ailint.project.things import Thing, Things

BODIES = frozenset({"_run", "_arun", "run", "forward", "call", "acall", "execute", "__call__"})


def agents(project: Project) -> Iterator[Agent]:
    """The agents that calls make, under the name they give it, else under the library's; a call on what is made already makes nothing."""
    for site in sites(project, "agent.define"):
        if not site.thing.makers:
            name = given_name(project, site) or class_name(site.thing.origin)
            handed = entries(project, project.argument(site, "tools").things)
            tools = dict.fromkeys(filter(None, (tool_name(project, thing) for thing in handed)))
            yield Agent(name, site.path, site.call.span.line, library=site.meaning.library, tools=tuple(tools))


def tool_name(project: Project, thing: Thing) -> str:
    """What something in a list of tools is called; empty where it cannot be told."""
    match thing:
        case Function():
            return project.resolver.scope(thing).name
        case Class():
            return project.resolver.scope(thing).name
        case Instance(cls=cls):
            return project.resolver.scope(cls).name
        case Data():
            return schema_name(thing)
        case External():
            return made_name(project, thing)
        case _:
            return ""


def made_name(project: Project, thing: External) -> str:
    """The name of a tool of a library: of the function that it is made of, the name it is given, or its class."""
    site = project.sites.at(thing.makers[0]) if thing.makers else None
    if site is not None and site.role == "tool.def":
        value = project.given(site, "function")
        function = next(iter(functions_in(project.resolver, value, site.spot)), None) if value is not None else None
        return given_name(project, site) or (project.resolver.scope(function).name if function else class_name(thing.origin))
    return class_name(thing.origin)


def tools(project: Project) -> Iterator[Tool]:
    """Every tool: functions, those that a library brings, and those that are only described to a model."""
    effects = ToolEffects(project)
    for path, index in project.flow.tools:
        if counts(project, path):
            scope = project.python[path].scopes[index]
            name = function_name(project, Function(path, index))
            yield Tool(name, path, scope.span.line, library=None, effects=effects.of_function(Function(path, index)))
    yield from ready(project, effects)
    yield from listed(project, effects)


def function_name(project: Project, function: Function) -> str:
    """What a tool is called that is a function: by its class, where it is the method by which the class has its tools run."""
    scopes = project.python[function.path].scopes
    scope = scopes[function.scope]
    owner = scopes[scope.parent]
    return owner.name if owner.kind == "class" and scope.name in BODIES else scope.name


def ready(project: Project, effects: ToolEffects) -> Iterator[Tool]:
    """Tools that a library brings, or that are made of something other than a function of the project."""
    for site in sites(project, "tool.def", "code.executor", "code.sandbox"):
        value = project.given(site, "function")
        of_function = value is not None and any(functions_in(project.resolver, value, site.spot))
        makes = not site.thing.makers and (site.role == "tool.def" or effects.known.of_ready(site.thing.origin))
        if makes and not of_function and not decorates(site):
            name, line = given_name(project, site) or class_name(site.thing.origin), site.call.span.line
            done = effects.of_ready(site.thing.origin, site.path, line)
            yield Tool(name, site.path, line, library=site.meaning.library, effects=done)


def decorates(site: Site) -> bool:
    """Whether a call is a decorator."""
    return any(isinstance(value, CallResult) and value.call == site.ref.index for scope in site.facts.scopes for value in scope.decorators)


def listed(project: Project, effects: ToolEffects) -> Iterator[Tool]:
    """What models and agents are handed in their lists of tools: objects of a library, and functions told of by name and schema."""
    for site in sites(project, "llm", "agent.define", "agent.run"):
        for thing in entries(project, project.argument(site, "tools").things):
            if isinstance(thing, Data) and isinstance(thing.value, Mapping) and (name := schema_name(thing)):
                yield Tool(name, thing.spot.path, thing.value.span.line, library=None, effects=())
            elif isinstance(thing, External) and thing.makers and project.sites.at(thing.makers[0]) is None:
                maker = thing.makers[0]
                line = project.resolver.call(maker).span.line
                done = effects.of_ready(thing.origin, maker.path, line)
                yield Tool(class_name(thing.origin), maker.path, line, library=None, effects=done)


def entries(project: Project, things: Things) -> Iterator[Thing]:
    """What lists hold."""
    for thing in things:
        if isinstance(thing, Data) and isinstance(thing.value, Collection):
            yield from (found for entry in thing.value.items for found in project.things(entry, thing.spot))


def schema_name(schema: Data) -> str:
    """The name in the schema of a function: at its top, or below `function`."""
    fields = keyed(schema.value)
    fields = keyed(fields["function"]) if "function" in fields else fields
    name = fields.get("name")
    return one_line(name.value) if isinstance(name, Literal) and isinstance(name.value, str) else ""


def keyed(value: Value) -> dict[object, Value]:
    """The entries of a dictionary display under its constant keys."""
    return {key.value: entry for key, entry in value.entries if isinstance(key, Literal)} if isinstance(value, Mapping) else {}
