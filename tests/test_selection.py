"""Selection: which rules run."""

from __future__ import annotations

from typing import Any

import msgspec
import pytest

from ailint.errors import ConfigError
from ailint.facts import Severity
from ailint.selection import select
from ailint.settings import Lint, Scope, Waiver
from tests.sample import card, config

CARDS = [
    card(standards={"owasp-llm": ("LLM10",)}),
    card(name="key-in-code", code="AIL201", area="security", domain="governance", severity=Severity.CRITICAL, scope="file"),
    card(name="tracing-absent", code="AIL120", scope="project"),
    card(name="guess", code="AIL999", status="preview"),
]
STABLE = {"llm-call-no-timeout", "key-in-code", "tracing-absent"}

SELECTED: dict[str, tuple[dict[str, Any], set[str]]] = {
    "all stable ones by default": ({}, STABLE),
    "preview on request": ({"preview": True}, STABLE | {"guess"}),
    "preview by name": ({"lint": Lint(extend_select=("guess",))}, STABLE | {"guess"}),
    "preview not by group": ({"lint": Lint(select=("area:monitoring",))}, {"llm-call-no-timeout", "tracing-absent"}),
    "by code": ({"lint": Lint(select=("AIL201",))}, {"key-in-code"}),
    "by severity": ({"lint": Lint(select=("severity:critical",))}, {"key-in-code"}),
    "by domain": ({"lint": Lint(select=("domain:governance",))}, {"key-in-code"}),
    "by standard": ({"lint": Lint(select=("owasp:LLM10",))}, {"llm-call-no-timeout"}),
    "by the standard's full name": ({"lint": Lint(select=("owasp-llm:llm10",))}, {"llm-call-no-timeout"}),
    "ignored": ({"lint": Lint(ignore=("area:monitoring",))}, {"key-in-code"}),
    "a name beats an ignored group": (
        {"lint": Lint(extend_select=("tracing-absent",), ignore=("area:monitoring",))},
        {"key-in-code", "tracing-absent"},
    ),
    "an ignored name beats a name": ({"lint": Lint(select=("AIL201",), ignore=("key-in-code",))}, set()),
    "site and file rules": ({"scope": Scope.FILE}, {"llm-call-no-timeout", "key-in-code"}),
    "project rules": ({"scope": Scope.PROJECT}, {"tracing-absent"}),
}


@pytest.mark.parametrize(("settings", "names"), SELECTED.values(), ids=SELECTED.keys())
def test_selected(settings: dict[str, Any], names: set[str]) -> None:
    assert select(CARDS, config(**settings)) == names


REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "unknown selector": ({"lint": Lint(select=("area:monitorin",))}, "`area:monitorin` matches no rule; did you mean `area:monitoring`?"),
    "unknown rule with a severity": (
        {"lint": Lint(severity={"key-in-cod": Severity.LOW})},
        "pyproject.toml: unknown rule `key-in-cod` in lint.severity",
    ),
    "unknown rule ignored in files": ({"lint": Lint(per_file_ignores={"a": ("nope",)})}, "unknown rule `nope` in lint.per-file-ignores"),
    "unknown rule with options": ({"lint": Lint(rules={"nope": {}})}, "unknown rule `nope` in lint.rules"),
    "unknown rule waived": ({"waivers": (Waiver(rule="nope", kind="elsewhere", reason="x"),)}, "unknown rule `nope` in waivers"),
}


@pytest.mark.parametrize(("settings", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(settings: dict[str, Any], message: str) -> None:
    with pytest.raises(ConfigError) as refusal:
        select(CARDS, config(**settings))
    assert message in str(refusal.value)


def test_settings_are_immutable() -> None:
    with pytest.raises(AttributeError):
        config().stage = "poc"  # type: ignore[assignment]
    assert msgspec.structs.replace(config(), preview=True).preview
