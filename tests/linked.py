"""Small repositories for tests, written out in the test, read and linked as a run would; and questions asked of them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from textwrap import dedent
from typing import TYPE_CHECKING

from ailint.config import Config
from ailint.facts import Call, Literal, Value
from ailint.file_formats import format_of
from ailint.knowledge import Knowledge, load
from ailint.project import Project
from ailint.project.bindings import tail
from ailint.project.things import CallRef, Class, Data, Environment, External, Function, Instance, Module, Spot, Thing
from ailint.read.files import read_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from ailint.project.sites import Site

MARK = re.compile(r"# from: ([\w-]+)$")


@cache
def knowledge() -> Knowledge:
    return load()


def linked(files: Mapping[str, str] | str, tables: Knowledge | None = None) -> Project:
    """The project of some files, or of one `app.py`."""
    sources = {path: dedent(text) for path, text in ({"app.py": files} if isinstance(files, str) else files).items()}
    facts = [read_data(path, format_of(path), text.encode()) for path, text in sources.items()]
    assert [diagnostic for found in facts for diagnostic in found.diagnostics] == []
    return Project(Path("/shop"), facts, Config(root=Path("/shop")), tuple(sources), tables or knowledge())


def calls_of(project: Project, name: str) -> Iterator[tuple[CallRef, Call]]:
    """Calls of a function by its last name, in order."""
    for path, facts in project.python.items():
        for index, call in enumerate(facts.calls):
            if tail(call.func) == name:
                yield CallRef(path, index), call


def marked_argument(project: Project, name: str) -> tuple[Value, Spot]:
    """The first argument of the one call of `name`, which marks what a test asks about."""
    [(ref, call)] = calls_of(project, name)
    return call.args[0], project.resolver.spot(ref)


def the_site(project: Project, role: str) -> Site:
    """The one call with a role."""
    [site] = project.calls(role)
    return site


def resolved(files: Mapping[str, str] | str) -> list[str]:
    """What the argument of `ask(…)` stands for, in words."""
    return stands_for(linked(files), "ask")


def stands_for(project: Project, name: str) -> list[str]:
    return sorted({told(thing, project) for thing in project.things(*marked_argument(project, name))})


def told(thing: Thing, project: Project) -> str:
    """A thing in one word or two: `openai.OpenAI`, `class Client`, `a Client`, `def make`, `module a/b.py`, `$KEY`, `'text'`, `?`."""
    scope = project.resolver.scope
    match thing:
        case External(origin=words):
            pass
        case Class():
            words = f"class {scope(thing).name}"
        case Function():
            words = f"def {scope(thing).name}"
        case Instance(cls=cls):
            words = f"a {scope(cls).name}"
        case Module(path=path):
            words = f"module {path}"
        case Data(value=value):
            words = repr(value.value) if isinstance(value, Literal) else type(value).__name__
        case Environment(name=name):
            words = f"${name}"
        case _:
            words = "?"
    return words


def traced(files: Mapping[str, str] | str) -> set[tuple[str, int, str]]:
    """Where the argument of `sink(…)` comes from: file, line and kind of every source."""
    project = linked(files)
    traces = project.flow.sources(*marked_argument(project, "sink"))
    return {(trace.place.path, trace.place.span.line, trace.kind) for trace in traces}


def marked(files: Mapping[str, str] | str) -> set[tuple[str, int, str]]:
    """The lines that a test says a value comes from: `# from: output` at their end."""
    sources = {"app.py": files} if isinstance(files, str) else files
    lines = [(path, number, line) for path, text in sources.items() for number, line in enumerate(dedent(text).splitlines(), 1)]
    return {(path, number, mark[1]) for path, number, line in lines if (mark := MARK.search(line))}
