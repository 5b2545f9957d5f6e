"""Data sets: fields and first rows, never the whole."""

from __future__ import annotations

import pytest

from ailint.facts import Row, Table
from ailint.read.settings import read_json
from ailint.read.table import HEAD, LONGEST_FIELD, MOST_ROWS, read_table


@pytest.mark.parametrize(
    ("path", "text", "expected"),
    [
        pytest.param(
            "evals/a.jsonl",
            '{"q": "x", "n": {"a": 1}}\nbroken\n[1]\n{"q": "é"}\n',
            Table(("q", "n"), (Row(1, ("x", '{"a": 1}')), Row(4, ("é", ""))), whole=True),
            id="lines of objects, others left out",
        ),
        pytest.param(
            "evals/a.csv",
            'q,a\n1,"x\ny"\n\n2,3\n',
            Table(("q", "a"), (Row(2, ("1", "x\ny")), Row(5, ("2", "3"))), whole=True),
            id="fields over several lines",
        ),
        pytest.param("evals/a.csv", "q;a\n1;2\n", Table(("q", "a"), (Row(2, ("1", "2")),), whole=True), id="semicolons"),
        pytest.param("evals/a.tsv", "q\ta,b\n1\t2\n", Table(("q", "a,b"), (Row(2, ("1", "2")),), whole=True), id="tabs"),
        pytest.param("evals/a.csv", "", Table((), (), whole=True), id="nothing"),
    ],
)
def test_tables(path: str, text: str, expected: Table) -> None:
    assert read_table(path, text.encode()).table == expected


@pytest.mark.parametrize(("path", "line"), [("a.jsonl", '{"q": "%s"}\n'), ("a.csv", "%s\n")])
def test_only_the_head_is_kept(path: str, line: str) -> None:
    table = read_table(path, (line % ("x" * 600) * 500).encode()[:HEAD]).table
    assert table is not None
    assert (len(table.rows) <= MOST_ROWS, table.whole, max(len(field) for row in table.rows for field in row.fields)) == (True, False, LONGEST_FIELD)


def test_a_list_of_objects_in_json_is_a_table() -> None:
    facts = read_json("evals/a.json", b'[\n  {"q": "x"},\n  {"q": "y", "a": 1}\n]\n')
    assert (facts.settings, facts.table) == ((), Table(("q", "a"), (Row(2, ("x", "")), Row(3, ("y", "1"))), whole=True))


@pytest.mark.parametrize("text", [b"[1, 2]", b"{}", b"[", b"[" * 100_000, b'[{"a": ' + b"[" * 100_000])
def test_other_json_is_none(text: bytes) -> None:
    assert read_json("a.json", text).table is None
