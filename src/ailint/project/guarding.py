"""Guards of a project's own: functions and classes that judge what goes to the model or comes from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.project.evaluation import words
from ailint.project.things import Class, Function

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Scope, Span
    from ailint.project.project import Project

GUARDS = frozenset({"guard", "guards", "safeguard", "safeguards", "guardrail", "guardrails", "moderate", "moderates", "moderation", "moderator"})
OTHER_GUARDS = frozenset({
    "auth", "authentication", "login", "rate", "type", "none", "null", "path", "lock", "thread", "import", "circuit", "permission", "permissions",
    "role", "roles", "csrf", "tenant", "cost", "budget", "spend", "session", "api", "key", "feature", "env", "startup", "memory", "main",
    "overflow", "recursion", "readonly", "sql", "db", "protect", "length", "size", "error", "exception",
})  # fmt: skip


def own_guards(project: Project) -> Iterator[tuple[str, Span, str]]:
    """Definitions that are called a guard and are used by the application."""
    for path, facts in project.python.items():
        if project.role(path) in {"app", "script"}:
            for index, scope in enumerate(facts.scopes):
                if is_guard(scope) and used(project, path, index, scope):
                    yield path, scope.span, f"`{scope.name}` judges text"


def is_guard(scope: Scope) -> bool:
    """Whether a definition is called a guard of text, rather than of anything else."""
    if scope.kind not in {"class", "function"}:
        return False
    named = words(scope.name)
    takes_text = scope.kind == "class" or any(parameter.name not in {"self", "cls"} for parameter in scope.parameters)
    return not named.isdisjoint(GUARDS) and named.isdisjoint(OTHER_GUARDS) and takes_text


def used(project: Project, path: str, index: int, scope: Scope) -> bool:
    """Whether the application calls the function, or makes an object of the class."""
    for ref in project.resolver.calls_by_tail.get(scope.name, ()):
        if project.role(ref.path) in {"app", "script"} and any(is_definition(thing, path, index) for thing in project.resolver.callee(ref)):
            return True
    return False


def is_definition(thing: object, path: str, index: int) -> bool:
    """Whether a thing is what a scope of a file defines."""
    return isinstance(thing, Class | Function) and (thing.path, thing.scope) == (path, index)
