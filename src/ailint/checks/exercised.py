"""What tests and evaluations run: the functions that they come to, and the names that they take from the application."""

from __future__ import annotations

import re
from collections import deque
from functools import cached_property
from typing import TYPE_CHECKING

from ailint.checks.reach import reach_of
from ailint.facts import Ref
from ailint.project.bindings import tail
from ailint.project.evaluation import MOCKS, evaluation_place
from ailint.project.reaching import entered
from ailint.project.things import CallRef
from ailint.read.modules import ancestors

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import PythonFacts
    from ailint.project import Project

Scoped = tuple[str, int]
TESTING = frozenset({"test", "eval"})
STAND_IN = re.compile(r"^_?(?:[Ff]ake|[Mm]ock|[Ss]tub|[Dd]ummy)")
SETTERS = frozenset({"setattr", "setitem"})
MOST_FOLLOWED = 20_000


class Exercised:
    """Follows calls from test and evaluation files into the application; where the model is replaced, not into what asks it."""

    def __init__(self, project: Project, named: frozenset[str] = frozenset()) -> None:
        """`named`: further files that an evaluation runs."""
        self.project = project
        self.asking = reach_of(project, "llm.chat", "agent.run")
        self.files = tuple(path for path in project.python if path in named or is_test(project, path))
        self.mocked = frozenset(path for path in self.files if mocks(project, path))
        self._named: dict[str, dict[int, set[str]]] = {}
        self._functions: dict[str, dict[str, list[int]]] = {}

    @cached_property
    def scopes(self) -> frozenset[Scoped]:
        """Functions, and modules as scope 0, that some test or evaluation comes to."""
        return self.followed(self.mocked, mocked=True) | self.followed(frozenset(self.files) - self.mocked, mocked=False)

    def followed(self, files: frozenset[str], *, mocked: bool) -> frozenset[Scoped]:
        """What is run from all functions of some files on."""
        starts = [(path, scope) for path in sorted(files) for scope in range(len(self.project.python[path].scopes))]
        found, queue = set(starts), deque(starts)
        while queue and len(found) < MOST_FOLLOWED:
            for scoped in self.next_to(*queue.popleft()):
                if scoped not in found and not (mocked and scoped[1] and self.asking.function(*scoped)):
                    found.add(scoped)
                    queue.append(scoped)
        return frozenset(found)

    def next_to(self, path: str, scope: int) -> Iterator[Scoped]:
        """What a function calls, hands over, holds, or takes from other modules."""
        for index in self.project.resolver.bindings(path).calls_by_scope.get(scope, ()):
            yield from entered(self.project.resolver, CallRef(path, index))
        yield from self.referred(path, scope)
        if scope:
            scopes = self.project.python[path].scopes
            yield from ((path, inner) for inner, one in enumerate(scopes) if one.parent == scope and one.kind in {"function", "lambda"})
            yield path, 0
        else:
            yield from ((other, 0) for other in self.imported(path))

    def referred(self, path: str, scope: int) -> Iterator[Scoped]:
        """Functions of a file, or of what it imports, that a function names: as an argument, in a list of tools, as what it gives back."""
        named = self.named(path).get(scope, set[str]())
        for other in (path, *self.imported(path)) if named else ():
            functions = self.functions(other)
            yield from ((other, index) for name in named & functions.keys() for index in functions[name])

    def named(self, path: str) -> dict[int, set[str]]:
        """The names in a file by the function that they stand in."""
        if path not in self._named:
            self._named[path] = {}
            for value, spot in self.project.resolver.bindings(path).values:
                if isinstance(value, Ref):
                    self._named[path].setdefault(spot.scope, set()).add(tail(value))
        return self._named[path]

    def functions(self, path: str) -> dict[str, list[int]]:
        """The functions at the top of a file by name."""
        if path not in self._functions:
            self._functions[path] = {}
            for index, scope in enumerate(self.project.python[path].scopes):
                if scope.kind == "function" and scope.parent == 0:
                    self._functions[path].setdefault(scope.name, []).append(index)
        return self._functions[path]

    def imported(self, path: str) -> Iterator[str]:
        """Modules of the project that a file imports."""
        modules = self.project.resolver.modules
        for one in self.project.python[path].imports:
            found = modules.find(path, one.module, one.level)
            inner = modules.submodule(found, one.name) if found and one.name else None
            yield from (other for other in (found, inner) if other in self.project.python)

    def takes(self, path: str, name: str) -> bool:
        """Whether a test or evaluation takes a name of a module."""
        return any(name in self.project.python[file].words and path in self.imported(file) for file in self.files)


def is_test(project: Project, path: str) -> bool:
    """Whether a file is a test, an evaluation, or stands where evaluations are kept."""
    role = project.role(path)
    return role in TESTING or (role in {"app", "script", "notebook", "example"} and evaluation_place(path) not in {"", path})


def mocks(project: Project, path: str) -> bool:
    """Whether something stands in for the model in a test: there, or in a `conftest.py` beside or above it."""
    around = (f"{folder}/conftest.py".lstrip("/") for folder in ("", *ancestors(path)))
    files = (path, *(near for near in around if near in project.python))
    return any(replaces(project.python[file]) for file in files)


def replaces(facts: PythonFacts) -> bool:
    """Whether a file puts something in the place of something else: a library for it, a patched attribute, a fake of its own."""
    if any(one.module in MOCKS or one.module.partition(".")[0] in MOCKS or f"{one.module}.{one.name}" in MOCKS for one in facts.imports):
        return True
    patched = any(call.name in SETTERS and "monkeypatch" in facts.words for call in facts.calls)
    return patched or "mocker" in facts.words or any(STAND_IN.match(word) for word in facts.words)
