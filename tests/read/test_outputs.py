"""What notebooks have printed: found by form and by name, placed at its cell, never kept."""

from __future__ import annotations

import json
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ailint.facts import Span
from ailint.knowledge.printed import NEVER, load_printed, token_end
from ailint.read.notebook import read_notebook
from ailint.read.outputs import LONGEST, credentials

KEY = "sk-proj-" + "q7Zt2Lw9Xc4Vb8Nm1Kj6Hg3Fd5Sa0PoIuYtRe1Wq3E5r7"
RANDOM = "q7Zt2Lw9Xc4Vb8Nm1Kj6Hg3Fd5Sa0PoIuYtRe1Wq"
PRINTED = load_printed()


def notebook(source: str, *outputs: dict[str, Any], **metadata: object) -> bytes:
    cells = [
        {"cell_type": "markdown", "source": ["# first\n", "more"]},
        {"cell_type": "code", "source": source.splitlines(keepends=True), "outputs": list(outputs)},
    ]
    return json.dumps({"cells": cells, "metadata": metadata}).encode()


def stream(text: str) -> dict[str, Any]:
    return {"output_type": "stream", "name": "stdout", "text": text.splitlines(keepends=True)}


def found(text: str) -> list[tuple[str, str, str]]:
    return list(credentials(text, PRINTED))


def test_value_is_not_kept() -> None:
    facts = read_notebook("a.ipynb", notebook("print(key)", stream(f"{KEY}\n")))
    assert [secret.shown for secret in facts.printed] == [f"`sk-p…` ({len(KEY)} characters)"]
    assert KEY not in msgspec.json.encode(facts).decode()


@pytest.mark.parametrize(
    ("source", "span"),
    [
        ("# why\n\n  \nprint(key)", Span(5, 0, 5, 10)),
        ("%%bash\n# why\necho $KEY", Span(4, 0, 4, 11)),
        ("!env", Span(2, 0, 2, 6)),
        ("# nothing else", Span(2, 0, 2, 14)),
        ("", Span(2, 0, 2, 0)),
    ],
    ids=["below comments", "below the magic of the cell", "a magic", "comments alone", "empty"],
)
def test_place_is_the_first_line_of_code(source: str, span: Span) -> None:
    facts = read_notebook("a.ipynb", notebook(source, stream(KEY)))
    assert [secret.span for secret in facts.printed] == [span]


def test_one_secret_counts_once_a_cell() -> None:
    outputs = stream(f"OPENAI_API_KEY={KEY}"), {"output_type": "execute_result", "data": {"text/plain": repr(KEY), "text/html": [f"<b>{KEY}</b>"]}}
    assert len(read_notebook("a.ipynb", notebook("x", *outputs)).printed) == 1


def test_metadata_stands_at_the_first_cell() -> None:
    facts = read_notebook("a.ipynb", notebook("x = 1", widgets={"state": {"1": {"value": KEY}}}))
    assert [secret.span for secret in facts.printed] == [Span(1, 0, 1, 0)]


def test_source_is_not_output() -> None:
    assert read_notebook("a.ipynb", notebook(f"key = '{KEY}'", stream("ok"))).printed == ()


def test_pictures_and_plots_are_not_searched() -> None:
    data = {"image/png": KEY, "application/vnd.plotly.v1+json": {"api_key": KEY}, "text/plain": "Figure"}
    assert read_notebook("a.ipynb", notebook("plot()", {"output_type": "display_data", "data": data})).printed == ()


def test_a_notebook_without_code_that_can_be_read_is_searched_too() -> None:
    facts = read_notebook("a.ipynb", notebook("const x = 1", stream(KEY), kernelspec={"language": "typescript"}))
    assert [secret.span.line for secret in facts.printed] == [2]


@pytest.mark.parametrize("kept", [None, 3, "text", [None, 3, {"text": 4, "data": []}]], ids=["none", "number", "text", "odd outputs"])
def test_outputs_of_any_shape(kept: object) -> None:
    data = json.dumps({"cells": [{"cell_type": "code", "source": "x", "outputs": kept, "metadata": [KEY]}], "metadata": KEY}).encode()
    assert read_notebook("a.ipynb", data).printed == ()


def test_colours_of_a_traceback_do_not_hide_a_key() -> None:
    assert [kind for kind, _, _ in found(f"\x1b[0;31m{KEY}\x1b[0m")] == ["OpenAI project or service account key"]


@pytest.mark.parametrize(
    "text",
    [
        f"'SERVICE_TOKEN': '{RANDOM}'",
        f'{{"api_key": "{RANDOM}"}}',
        f'{{\\"client_secret\\": \\"{RANDOM}\\"}}',
        f"HOME=/root\nSERVICE_SECRET={RANDOM}\n",
        "'MYSQL_PASSWORD': 'tR7vq2Lm9x'",
        f"Settings(openai_api_key='{RANDOM}')",
    ],
    ids=["environment", "JSON", "JSON in a text", "lines", "password", "settings"],
)
def test_named_values(text: str) -> None:
    assert len(found(text)) == 1


@pytest.mark.parametrize(
    "text",
    [
        f"'eos_token': '{RANDOM}'",
        f"'cache_key': '{RANDOM}'",
        f"api_key={RANDOM}",
        "'SERVICE_TOKEN': ''",
        "'SERVICE_KEY': '/run/secrets/service1.pem'",
        "'MYSQL_PASSWORD': 'password123'",
        "make(OPENAI_API_KEY=settings.openai_key_2)",
        "'GPG_KEY': 'A035C8C19219BA821ECEA86B64E628F8D684696D'",
        "postgresql://rag:9vKq2xTn4pW@db/handbook",
        "https://user:9vKq2xTn4pW@docs.example.com/x",
    ],
    ids=["tokeniser", "cache", "code", "empty", "path", "dummy", "expression", "public", "own network", "reserved"],
)
def test_what_only_looks_like_one(text: str) -> None:
    assert found(text) == []


def test_signed_addresses_say_until_when() -> None:
    amazon = f"https://a.s3.amazonaws.com/b?X-Amz-Date=20240101T000000Z&X-Amz-Expires=172800&X-Amz-Signature={'0123456789abcdef' * 4}"
    azure = f"https://a.blob.core.windows.net/b?se=2031-05-06T00%3A00Z&sig={RANDOM}abc%3D"
    assert [until for _, _, until in found(f"{amazon}\n{azure}")] == ["2024-01-03", "2031-05-06"]


def test_a_signed_address_that_does_not_say_is_left_alone() -> None:
    assert found(f"https://a.blob.core.windows.net/b?sig={RANDOM}abc%3D") == []


def test_only_so_much_of_an_output_is_searched() -> None:
    assert found(" " * LONGEST + KEY) == []


@pytest.mark.parametrize("claims", ["eyJub25l", "eyJleHAiOiJ4In0", "eyJleHAiOjEwMDAwMDAwMDAwMDAwMDAwMDB9"], ids=["no JSON", "no number", "too far"])
def test_tokens_whose_end_cannot_be_told(claims: str) -> None:
    assert token_end(f"eyJhbGciOiJIUzI1NiJ9.{claims}.c2ln") == NEVER


@given(st.data())
def test_what_has_a_form_holds_its_mark(data: st.DataObject) -> None:
    form, marks, regex = data.draw(st.sampled_from(PRINTED.forms))
    text = data.draw(st.from_regex(regex))
    assert any(mark in text for mark in marks), form.name
    assert PRINTED.may_be_in(text.encode())


@pytest.mark.parametrize("text", ["KEY=", "_KEY: 'a1", "ab://b:c1", '"username": "a", "key": "', "-----BEGIN PRIVATE KEY-----"])
def test_hostile_outputs_end(text: str) -> None:
    assert found(text * (LONGEST // len(text))) == []
