"""The flow table: what hands a value on, and what ends its way."""

from __future__ import annotations

import pytest

from ailint.knowledge.flow import load_flow

WORDS = load_flow()


@pytest.mark.parametrize(
    ("origin", "carries"),
    [
        pytest.param("json.loads", True, id="a function of a module that carries"),
        pytest.param("textwrap.dedent", True, id="another one"),
        pytest.param("concurrent.futures.Future.result", True, id="a method below a module that carries"),
        pytest.param("builtins.str", True, id="a builtin"),
        pytest.param("builtins.len", False, id="a number"),
        pytest.param("re.escape", False, id="what takes the sting out"),
        pytest.param("jsonx.loads", False, id="a module that begins like one that carries"),
        pytest.param("elsewhere.checked", False, id="an unknown library"),
        pytest.param("shlex.quote", True, id="quoting, which is a cut for a shell alone"),
    ],
)
def test_what_carries(origin: str, *, carries: bool) -> None:
    assert WORDS.carries(origin) is carries


def test_what_stops() -> None:
    assert WORDS.stops("builtins.int")
    assert not WORDS.stops("builtins.str")


def test_every_kind_of_source_is_one_that_reports_know() -> None:
    assert set(WORDS.sources.values()) == {"output", "untrusted", "retrieved"}


@pytest.mark.parametrize(
    ("origin", "against", "cuts"),
    [
        pytest.param("shlex.quote", "shell", True, id="quoting for a shell"),
        pytest.param("shlex.quote", "sql", False, id="quoting for another family"),
        pytest.param("shlex.quote", "", False, id="no family"),
        pytest.param("shlex.split", "shell", False, id="another function"),
    ],
)
def test_what_cuts(origin: str, against: str, *, cuts: bool) -> None:
    assert WORDS.cuts(origin, against) is cuts


@pytest.mark.parametrize(
    ("removed", "disarms"),
    [
        pytest.param("/", True, id="a separator"),
        pytest.param("[^a-z]", True, id="all but letters"),
        pytest.param(" ", False, id="blanks"),
        pytest.param(r"\s+", False, id="blanks by a pattern"),
    ],
)
def test_what_replacing_disarms(removed: str, *, disarms: bool) -> None:
    assert WORDS.disarms(removed, "path") is disarms


def test_names_of_functions_that_hide_what_they_are_given() -> None:
    assert WORDS.says_it_cuts("redact_names", "log")
    assert WORDS.says_it_cuts("mask", "prompt")
    assert not WORDS.says_it_cuts("shorten", "prompt")
    assert not WORDS.says_it_cuts("clean", "log")
    assert not WORDS.says_it_cuts("redact", "html")
