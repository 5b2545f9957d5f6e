"""Settings: keys, values as their format has them, text as written, and places."""

from __future__ import annotations

from itertools import pairwise
from time import process_time
from typing import TYPE_CHECKING

import pytest

from ailint.facts import Setting, Span
from ailint.read.settings import read_env, read_json, read_toml, read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable

    from ailint.facts import FileFacts


def keyed(facts: FileFacts) -> dict[str, object]:
    """Dotted key → value."""
    assert facts.diagnostics == ()
    return {".".join(setting.key): setting.value for setting in facts.settings}


def diagnosed(facts: FileFacts) -> list[tuple[int, str]]:
    return [(said.line, said.code) for said in facts.diagnostics]


def test_yaml_values_and_what_was_written() -> None:
    facts = read_yaml("a.yml", b"on: push\npython: 3.10\nname: 'yes'\nlimit: ~\nn: 0o7\nbig: 123456789012345678901234\n")
    assert [(setting.key, setting.value, setting.raw) for setting in facts.settings] == [
        (("on",), "push", "push"),
        (("python",), 3.1, "3.10"),
        (("name",), "yes", "yes"),
        (("limit",), None, "~"),
        (("n",), "0o7", "0o7"),
        (("big",), "123456789012345678901234", "123456789012345678901234"),
    ]


def test_yaml_places_are_bytes_of_the_value() -> None:
    facts = read_yaml("a.yml", "é:\n  - ü: x\n    k: [a, b]\n".encode())
    assert facts.settings == (
        Setting(("é", "0", "ü"), "x", Span(2, 8, 2, 9), "x"),
        Setting(("é", "0", "k", "0"), "a", Span(3, 8, 3, 9), "a"),
        Setting(("é", "0", "k", "1"), "b", Span(3, 11, 3, 12), "b"),
    )


def test_yaml_anchors_and_merges() -> None:
    facts = read_yaml("a.yml", b"base: &base {A: '1', B: '2'}\nenv:\n  <<: *base\n  B: '3'\nlist: [*base]\n")
    assert keyed(facts) == {"base.A": "1", "base.B": "2", "env.A": "1", "env.B": "3", "list.0.A": "1", "list.0.B": "2"}


def test_yaml_of_several_documents_empty_tables_and_custom_tags() -> None:
    facts = read_yaml("a.yml", b"a: {}\n---\nb: !Ref Name\nc: []\n")
    assert keyed(facts) == {"a": None, "b": "Name", "c": None}


@pytest.mark.parametrize("data", [b"", b"# nothing\n", b"just a text\n", b"3\n", b"null\n", b"[]\n", b"{}\n", b"---\n---\n# nothing\n"])
def test_yaml_that_sets_nothing(data: bytes) -> None:
    found = read_yaml("a.yaml", data)
    assert (found.settings, found.diagnostics) == ((), ())


def test_a_template_that_makes_yaml_is_no_mistake() -> None:
    facts = read_yaml("chart/templates/a.yaml", b"{{- if .Values.on }}\na: {{ .b }}\n{{- end }}\n")
    assert (facts.settings, facts.diagnostics) == ((), ())


HOSTILE = {
    "brackets": b"[" * 500_000,
    "tables": b"{a: " * 200_000,
    "dashes": b"- " * 400_000 + b"a",
    "an alias of itself": b"a: &a [*a]",
    "a merge of itself": b"a: &a\n  <<: *a\n  b: *a\n",
    "copies of copies": b"a0: &a0 [x]\n" + b"".join(b"a%d: &a%d [*a%d, *a%d]\n" % (i, i, i - 1, i - 1) for i in range(1, 60)),
    "merges of one large table": b"a: &a {" + b", ".join(b"k%d: 1" % i for i in range(5000)) + b"}\nb:\n" + b"- <<: *a\n" * 5000,
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE)
def test_yaml_made_to_kill_the_reader(data: bytes) -> None:
    started = process_time()
    facts = read_yaml("a.yml", data)
    assert facts.diagnostics[0].code in {"too-deep", "bound-reached", "parse-error"} if facts.diagnostics else facts.settings is not None
    assert process_time() - started < 5


def test_toml_values_and_places() -> None:
    text = b"""title = "x"
[tool.black]
line-length = 100
[[servers]]
name = "a"
[[servers]]
name = "b"
[servers.limits]
cpu = 1.5
when = 2024-01-02
"""
    facts = read_toml("a.toml", text)
    assert facts.settings == (
        Setting(("title",), "x", Span(1, 8, 1, 11), "x"),
        Setting(("tool", "black", "line-length"), 100, Span(3, 14, 3, 17), "100"),
        Setting(("servers", "0", "name"), "a", Span(5, 7, 5, 10), "a"),
        Setting(("servers", "1", "name"), "b", Span(7, 7, 7, 10), "b"),
        Setting(("servers", "1", "limits", "cpu"), 1.5, Span(9, 6, 9, 9), "1.5"),
        Setting(("servers", "1", "limits", "when"), "2024-01-02", Span(10, 7, 10, 17), "2024-01-02"),
    )


def test_toml_of_a_text_over_several_lines_stands_where_it_begins() -> None:
    facts = read_toml("a.toml", b'prompt = """\nx\n"""\nlast = 1\n')
    assert [(setting.key, setting.span.line) for setting in facts.settings] == [(("prompt",), 1), (("last",), 4)]


LISTS = {
    "each on its line": ('deps = [\n  "a",\n  "b",  # why, and ]\n]\nlast = 1\n', [2, 3, 5]),
    "several on a line": ("deps = [\"a, b\", 'c']\nlast = 1\n", [1, 1, 2]),
    "commented out": ('deps = [\n  # "a",\n  "b",\n]\nlast = 1\n', [3, 5]),
    "lists in a list": ('deps = [\n  ["a"],\n  ["b", "c"]\n]\nlast = 1\n', [2, 3, 3, 5]),
    "tables in a list": ('deps = [\n  {name = "a"},\n  {name = "b"},\n]\n[next]\nlast = 1\n', [2, 3, 6]),
    "long texts": ('deps = [\n  """a\nb""",\n]\nlast = 1\n', [1, 5]),
}


@pytest.mark.parametrize(("text", "expected"), LISTS.values(), ids=LISTS.keys())
def test_toml_entries_of_a_list(text: str, expected: list[int]) -> None:
    assert [setting.span.line for setting in read_toml("a.toml", text.encode()).settings] == expected


def test_toml_entries_of_a_list_have_columns() -> None:
    (first, second) = read_toml("a.toml", 'a = ["ü", "openai>=1"]\n'.encode()).settings
    assert ((first.span.column, first.span.end_column), (second.span.column, second.span.end_column)) == ((5, 9), (11, 22))


def test_json_values_places_and_liberties() -> None:
    text = '{ // a comment\n  "é": {"list": [1, -2.5, true, null]},\n  "empty": {}, /* and */ "text": "\\u0041\\n",\n}\n'.encode()
    assert read_json("a.json", text).settings == (
        Setting(("é", "list", "0"), 1, Span(2, 18, 2, 19), "1"),
        Setting(("é", "list", "1"), -2.5, Span(2, 21, 2, 25), "-2.5"),
        Setting(("é", "list", "2"), value=True, span=Span(2, 27, 2, 31), raw="true"),
        Setting(("é", "list", "3"), None, Span(2, 33, 2, 37), "null"),
        Setting(("empty",), None, Span(3, 12, 3, 13), "{}"),
        Setting(("text",), "A\n", Span(3, 33, 3, 43), "A\n"),
    )


@pytest.mark.parametrize("data", [b"[1, 2]", b'{"a": 1}\n{"a": 2}\n', b'"text"', b""], ids=["a list", "lines of JSON", "a value", "nothing"])
def test_json_that_is_data_has_no_settings(data: bytes) -> None:
    facts = read_json("a.json", data)
    assert (facts.settings, facts.diagnostics) == ((), ())


@pytest.mark.parametrize(
    ("data", "line"),
    [(b'{"a": 1', 1), (b'{"a":\n}', 2), (b'{"a": 1}}', 1), (b'{\n"a": "x\n}', 2), (b"{[1]}", 1)],
    ids=["unfinished", "no value", "closed twice", "open text", "a list as key"],
)
def test_json_that_is_broken(data: bytes, line: int) -> None:
    assert diagnosed(read_json("a.json", data)) == [(line, "parse-error")]


def test_a_long_line_of_json_is_read_in_time() -> None:
    data = ("{" + ",".join(f'"é{number}": "é"' for number in range(15_000)) + "}").encode()
    started = process_time()
    facts = read_json("a.json", data)
    assert process_time() - started < 3
    last = facts.settings[-1].span
    assert data[last.column : last.end_column].decode() == '"é"'


def test_env_names_quotes_and_comments() -> None:
    facts = read_env(".env", b"# KEY=no\nexport A=1 # one\nB=\"two words\" # c\nC='x#y'\nD=\nE=a#b\n")
    assert [(setting.key[0], setting.value, setting.span) for setting in facts.settings] == [
        ("A", "1", Span(2, 9, 2, 10)),
        ("B", "two words", Span(3, 2, 3, 13)),
        ("C", "x#y", Span(4, 2, 4, 7)),
        ("D", "", Span(5, 2, 5, 2)),
        ("E", "a#b", Span(6, 2, 6, 5)),
    ]


@pytest.mark.parametrize(
    ("reader", "data"),
    [(read_yaml, b"a: [1\n"), (read_toml, b"a = \n"), (read_toml, b"a=" + b"[" * 5000), (read_json, b"{" * 5000)],
    ids=["yaml", "toml", "deep toml", "deep json"],
)
def test_what_cannot_be_read_is_said(reader: Callable[[str, bytes], FileFacts], data: bytes) -> None:
    assert [code for _, code in diagnosed(reader("a", data))] in (["parse-error"], ["too-deep"])


def test_settings_stand_in_order() -> None:
    lines = [setting.span.line for setting in read_yaml("a.yml", b"a: 1\nb:\n  c: 2\nd: [3,\n 4]\n").settings]
    assert all(first <= second for first, second in pairwise(lines))
