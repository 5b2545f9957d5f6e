"""Small made-up parts for tests: a card, a project of facts that nobody read, a report."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

import msgspec

from ailint.config import Config
from ailint.facts import FileFacts, Place, PythonFacts, Severity, Span, Verdict, violated
from ailint.packs import Rule
from ailint.rule import Card
from ailint.settings import Stage
from ailint.sources import Sources

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.project import Project

UNBOUNDED = """\
from openai import OpenAI

client = OpenAI(timeout=None)


def answer(question: str) -> str:
    reply = client.responses.create(model="gpt-4o-2024-08-06", input=question, max_output_tokens=500)
    return reply.output_text


if __name__ == "__main__":
    print(answer("Why?"))
"""
PLAIN = "import json\n\n\ndef load(text: str) -> object:\n    return json.loads(text)\n"

CARD: dict[str, Any] = {
    "name": "llm-call-no-timeout",
    "area": "monitoring",
    "code": "AIL101",
    "title": "Model call without a timeout",
    "domain": "app-engineering",
    "severity": Severity.HIGH,
    "status": "stable",
    "stage": Stage.PILOT,
    "scope": "site",
    "needs": ("llm.call",),
    "languages": ("python",),
    "why": "One hanging request holds a worker. Ten of them hold the service.",
    "fix": "Pass `timeout=` where the client is made.",
    "effort": "minutes",
    "check": "no_timeout",
}


class Part(NamedTuple):
    """A sub-project."""

    path: str = "."
    name: str = "sample"
    kind: str = "application"
    manifest: str = "pyproject.toml"
    files: tuple[str, ...] = ("app.py",)


class FakeProject:
    """A project whose roles and facts are simply said."""

    def __init__(self, *parts: Part, roles: dict[str, str] | None = None, facts: Iterable[str] = ("llm.call",)) -> None:
        self.subprojects = parts or (Part(),)
        self.roles = roles or {}
        self.facts = set(facts)

    def role(self, path: str) -> str:
        return self.roles.get(path, "app")

    def subproject_of(self, path: str) -> Part:
        return next((part for part in self.subprojects if path in part.files), self.subprojects[0])

    def has(self, need: str, subproject: Part) -> bool:
        del subproject
        return need in self.facts


def card(**changes: Any) -> Card:
    return msgspec.convert({**CARD, **changes}, Card)


def rule(*verdicts: Verdict, error: Exception | None = None, **changes: Any) -> Rule:
    def check(project: Project) -> Iterator[Verdict]:
        del project
        yield from verdicts
        if error:
            raise error

    return Rule(card(**changes), check, {})


def place(path: str = "app.py", line: int = 1, column: int = 0, end: int = 1, symbol: str = "") -> Place:
    return Place(path, Span(line, column, line, end), symbol)


def bad(path: str = "app.py", line: int = 1, message: str = "waits for ever", **more: Any) -> Verdict:
    return violated(place(path, line), message, **more)


def config(**changes: Any) -> Config:
    return msgspec.structs.replace(Config(root=Path(), source="pyproject.toml"), **changes)


def project(*parts: Part, **more: Any) -> Project:
    return cast("Project", FakeProject(*parts, **more))


def sources(cells: dict[str, tuple[int, ...]] | None = None, **texts: str) -> Sources:
    """Files by name, `_` standing for the dot before their ending."""
    files = {name.replace("_", "."): text.encode() for name, text in texts.items()}
    facts = {path: FileFacts(path, "notebook", PythonFacts((), (), (), (), (), None, starts)) for path, starts in (cells or {}).items()}
    return Sources(facts, lambda path: files.get(path, b""))
