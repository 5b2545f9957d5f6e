"""Last names that are worth looking for."""

from __future__ import annotations

import pytest

from ailint.knowledge.tails import tails_within
from tests import acme

TABLES = acme.knowledge(
    classes=[
        {"name": "acme.Client", "role": "llm.client"},
        {"name": "other.Client", "like": "acme.Client"},
        {"name": "third.Store", "role": "vector.client"},
    ],
    calls=[
        {"name": "ask", "on": "acme.Client", "role": "llm.chat"},
        {"name": "connect", "on": "broker.Hub", "returns": "acme.Client", "role": "made"},
        {"name": "builtins.print", "role": "print"},
    ],
)
PACKAGES = {
    "none": ([], {"print"}),
    "its own": (["acme"], {"print", "llm.client", "llm.chat"}),
    "one that is like it": (["other"], {"print", "llm.client", "llm.chat"}),
    "one whose calls give it": (["broker"], {"print", "llm.client", "llm.chat", "made"}),
    "another": (["third"], {"print", "vector.client"}),
}


@pytest.mark.parametrize(("packages", "roles"), PACKAGES.values(), ids=PACKAGES.keys())
def test_roles_that_can_be_met(packages: list[str], roles: set[str]) -> None:
    assert set(tails_within(TABLES, packages)) == roles


def test_names_are_the_last_ones() -> None:
    assert tails_within(TABLES, ["acme"])["llm.chat"] == {"ask"}
