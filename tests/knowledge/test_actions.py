"""The table of actions: what it knows, and how it is asked."""

from __future__ import annotations

import pytest

from ailint.knowledge.actions import load_actions

ACTIONS = load_actions()


def test_every_call_stands_there_once() -> None:
    calls = [call for action in ACTIONS.table.actions for call in action.calls]
    assert len(calls) == len(set(calls))


def test_worse_stands_before() -> None:
    money, tweet = ACTIONS.of("stripe.Refund.create"), ACTIONS.of("tweepy.Client.create_tweet")
    assert money is not None
    assert tweet is not None
    assert money[0] < tweet[0]


def test_what_only_reads_is_not_there() -> None:
    assert ACTIONS.of("stripe.Refund.retrieve") is None


@pytest.mark.parametrize(
    ("command", "acts"),
    [
        ("rm -r build", True),
        ("/bin/rm -r build", True),
        ("git push origin", True),
        ("git status", False),
        ("kubectl apply -f x.yaml", True),
        ("kubectl get pods", False),
        ("ls", False),
        ("", False),
    ],
)
def test_commands(command: str, *, acts: bool) -> None:
    assert ACTIONS.of_command(command.split()) is acts


def test_statements_that_always_count_are_statements() -> None:
    assert set(ACTIONS.table.always) <= set(ACTIONS.table.statements)
