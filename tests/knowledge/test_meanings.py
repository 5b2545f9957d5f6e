"""The joined tables: what an origin means, and what else they are asked."""

from __future__ import annotations

import pytest

from ailint.knowledge import Knowledge
from tests import acme

ACME = acme.knowledge()


@pytest.mark.parametrize(
    ("origin", "plain"),
    [
        pytest.param("acme.Client", "acme.Client", id="as it is"),
        pytest.param("acme.old.Client", "acme.Client", id="an alias"),
        pytest.param("acme.old.Client.chat.ask", "acme.Client.chat.ask", id="an alias of its head"),
        pytest.param("acme.legacy.Client", "acme.Client", id="an alias of an alias"),
        pytest.param("acme.Client.raw.chat.ask", "acme.Client.chat.ask", id="a transparent attribute"),
        pytest.param("acme.made().chat.ask", "acme.Client.chat.ask", id="an alias of a result"),
        pytest.param("acme.oldest.Client", "acme.oldest.Client", id="a name that begins like an alias"),
        pytest.param("other.raw.Client", "other.raw.Client", id="another library"),
    ],
)
def test_plain(origin: str, plain: str) -> None:
    assert ACME.plain(origin) == plain


def test_aliases_that_lead_to_each_other_end() -> None:
    turning = acme.knowledge(aliases={"acme.a": "acme.b", "acme.b": "acme.a"})
    assert turning.plain("acme.a") in {"acme.a", "acme.b"}


@pytest.mark.parametrize(
    ("origin", "role"),
    [
        pytest.param("acme.Client", ["llm.client"], id="a class"),
        pytest.param("acme.ask", ["llm.chat"], id="a function"),
        pytest.param("acme.ask_many", ["llm.chat"], id="a function of several"),
        pytest.param("acme.Client.chat.ask", ["llm.chat"], id="a method"),
        pytest.param("acme.LocalClient.chat.ask", ["llm.chat"], id="a method that a class takes over"),
        pytest.param("acme.Versioned", ["llm.client", "llm.client"], id="one for each range of versions"),
        pytest.param("acme.Client.chat", [], id="part of a path"),
        pytest.param("acme.Client.listen", [], id="an unknown method"),
        pytest.param("elsewhere.Client", [], id="an unknown class"),
    ],
)
def test_meanings(origin: str, role: list[str]) -> None:
    assert [meaning.role for meaning in ACME.meanings(origin)] == role


def test_a_class_takes_over_what_it_does_not_say_itself() -> None:
    [meaning] = ACME.meanings("acme.LocalClient")
    assert dict(meaning.defaults) == {"timeout": 30, "retries": None, "top_p": "unknown"}
    assert meaning.arguments["timeout"] == ("timeout", "http.timeout")
    assert meaning.fluent == {"with_options"}
    assert (meaning.is_async, meaning.local, meaning.metered) == (False, True, False)


@pytest.mark.parametrize(
    ("origin", "is_async", "local", "metered"),
    [
        pytest.param("acme.Client.chat.ask", False, False, True, id="a plain class"),
        pytest.param("acme.AsyncClient.chat.ask", True, False, True, id="an asynchronous class"),
        pytest.param("acme.LocalClient.chat.ask", False, True, False, id="a local class"),
        pytest.param("acme.ask", True, False, True, id="a function that says so itself"),
    ],
)
def test_a_method_is_as_its_class_is(origin: str, *, is_async: bool, local: bool, metered: bool) -> None:
    [meaning] = ACME.meanings(origin)
    assert (meaning.is_async, meaning.local, meaning.metered) == (is_async, local, metered)


def test_a_method_that_returns_self_returns_its_class() -> None:
    [meaning] = ACME.meanings("acme.AsyncClient.parse")
    assert meaning.returns == "acme.AsyncClient"


def test_lineage_ends_even_where_classes_are_like_each_other() -> None:
    turning = acme.knowledge(classes=[{"name": "acme.A", "like": "acme.B"}, {"name": "acme.B", "like": "acme.A"}], calls=[])
    assert list(turning.lineage("acme.A")) == ["acme.A", "acme.B"]


def test_likeness() -> None:
    assert ACME.is_like("acme.old.Client", "acme.Client")
    assert ACME.is_like("acme.LocalClient", "acme.Client")
    assert not ACME.is_like("acme.Client", "acme.LocalClient")


def test_split_finds_the_longest_class() -> None:
    assert ACME.split("acme.Client.chat.ask") == ("acme.Client", "chat.ask")
    assert ACME.split("elsewhere.ask") == ("", "elsewhere.ask")


def test_last_names_of_a_role() -> None:
    assert ACME.tails["llm.chat"] == {"ask", "ask_many", "parse"}
    assert ACME.tails["llm.client"] == {"Client", "AsyncClient", "LocalClient", "AnyClient", "Versioned", "made()"}


def test_only_libraries_of_ai_make_an_ai_project() -> None:
    assert Knowledge([acme.library()]).ai_roots == {"acme"}
    assert Knowledge([acme.library(ai=False)]).ai_roots == frozenset()


def test_packages_removals_and_proofs() -> None:
    assert {name: library.library for name, library in ACME.packages.items()} == {"acme": "acme", "acme-extras": "acme"}
    assert [removal.name for _, removal in ACME.removals] == ["acme.Gone"]
    assert [proof.calls for _, proof in ACME.proofs("tracing")] == [["acme.trace"]]
    assert list(ACME.proofs("evaluation")) == []


def test_a_later_library_adds_to_an_earlier_one() -> None:
    both = Knowledge([acme.library(), acme.library(classes=[], calls=[{"name": "listen", "on": "acme.Client", "role": "llm.chat"}])])
    assert [meaning.role for meaning in both.meanings("acme.AsyncClient.listen")] == ["llm.chat"]


HANDED = Knowledge(
    [
        acme.library(
            classes=[
                {"name": "acme.Server", "hands": {"rest": "sent"}, "bounded": True},
                {"name": "acme.Letter", "sends": ["text", "head.subject"]},
                {"name": "acme.Card", "like": "acme.Letter", "sends": ["picture"]},
            ],
            calls=[
                {"name": "on_letter", "on": "acme.Server", "role": "route"},
                {"name": "on_card", "on": "acme.Server", "role": "route", "hands": {"first": "acme.Card"}},
            ],
        )
    ]
)


@pytest.mark.parametrize(
    ("origin", "part"),
    [
        pytest.param("acme.Letter.text", "text", id="an attribute"),
        pytest.param("acme.Letter.text.strip", "text", id="a method of it"),
        pytest.param("acme.Letter.text()", "text", id="the result of a method"),
        pytest.param("acme.Letter.text[q]", "text", id="an item of it"),
        pytest.param("acme.Letter.head.subject", "head.subject", id="an attribute of an attribute"),
        pytest.param("acme.Card.text", "text", id="of the class that it is like"),
        pytest.param("acme.Letter.head", None, id="only the way to it"),
        pytest.param("acme.Letter.textual", None, id="another name that begins alike"),
        pytest.param("elsewhere.Letter.text", None, id="nothing known"),
    ],
)
def test_what_an_object_sends(origin: str, part: str | None) -> None:
    found = HANDED.sender(origin)
    assert (found[1] if found else None) == part


def test_what_handlers_are_handed() -> None:
    assert [(meaning.hands, meaning.bounded) for meaning in HANDED.meanings("acme.Server.on_letter")] == [({"rest": "sent"}, True)]
    assert [meaning.hands for meaning in HANDED.meanings("acme.Server.on_card")] == [{"first": "acme.Card"}]
