"""SQL: vector columns, their indexes, and queries ordered by distance."""

from __future__ import annotations

import pytest

from ailint.facts import Column, FileFacts, Index, Search, Span, Sql
from ailint.read.sql import facts_of, read_sql
from ailint.read.text import Lines


def sql(text: str) -> Sql:
    return facts_of(Lines(text))


def columns(text: str) -> list[tuple[str, str, str, int | None]]:
    return [(found.table, found.name, found.type, found.size) for found in sql(text).columns]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("CREATE TABLE items (id int, e vector(3))", [("items", "id", "int", None), ("items", "e", "vector", 3)], id="plain"),
        pytest.param(
            'create table if not exists public."Items" (e extensions.halfvec(3072) not null, constraint c unique (a, b))',
            [("items", "e", "halfvec", 3072)],
            id="names with a schema, and a constraint",
        ),
        pytest.param("CREATE TABLE items (e vector)", [("items", "e", "vector", None)], id="of no given size"),
        pytest.param("ALTER TABLE ONLY items ADD COLUMN IF NOT EXISTS e vector(8)", [("items", "e", "vector", 8)], id="added"),
        pytest.param(
            "ALTER TABLE items ALTER COLUMN e SET DATA TYPE vector(5) USING e, ADD f vector(6)",
            [("items", "e", "vector", 5), ("items", "f", "vector", 6)],
            id="changed and added",
        ),
        pytest.param("CREATE TABLE items (id int)", [], id="without vectors"),
        pytest.param("-- CREATE TABLE a (e vector(3))\n/* e vector(3) */ SELECT 'x vector(3)'", [], id="in comments and strings"),
        pytest.param("CREATE FUNCTION f(q vector(3)) RETURNS TABLE (e vector(3)) AS $$ SELECT 1 $$", [], id="arguments of a function"),
    ],
)
def test_columns(text: str, expected: list[tuple[str, str, str, int | None]]) -> None:
    assert columns(text) == expected


def test_indexes() -> None:
    text = """CREATE INDEX CONCURRENTLY ON items USING hnsw (e vector_cosine_ops) WITH (m = 16);
CREATE INDEX x ON s.items USING ivfflat ((e::halfvec(3072)) halfvec_l2_ops);
CREATE INDEX y ON items (a);"""
    assert sql(text).indexes == (
        Index("items", "e", "hnsw", "vector_cosine_ops", "", Span(1, 0, 1, 81)),
        Index("items", "e", "ivfflat", "halfvec_l2_ops", "halfvec(3072)", Span(2, 0, 2, 75)),
    )


def search(text: str) -> dict[str, object]:
    [found] = sql(text).searches
    usual = Search(("items",), "e", "<=>", "raw", "", descending=False, limited=True, filters=(), span=found.span)
    return {name: getattr(found, name) for name in Search.__struct_fields__ if getattr(found, name) != getattr(usual, name)}


@pytest.mark.parametrize(
    ("text", "different"),
    [
        pytest.param("SELECT id FROM items ORDER BY e <=> $1 LIMIT 5", {}, id="by the operator"),
        pytest.param("SELECT id FROM items i ORDER BY (i.e <=> %s::vector) ASC LIMIT %s", {}, id="in brackets, with a cast on the right"),
        pytest.param("SELECT id FROM items ORDER BY e <-> :q", {"operator": "<->", "limited": False}, id="without a limit"),
        pytest.param(
            "SELECT id FROM items ORDER BY 1 - (e <=> %(q)s) DESC LIMIT 5", {"shape": "expression", "descending": True}, id="by something computed"
        ),
        pytest.param("SELECT id FROM items ORDER BY abs(e <=> $1) LIMIT 5", {"shape": "expression"}, id="by a function"),
        pytest.param("SELECT id, e <=> $1 AS distance FROM items ORDER BY distance LIMIT 5", {}, id="by a name of the operator"),
        pytest.param(
            "SELECT id, 1 - (e <=> $1) AS score FROM items ORDER BY score DESC LIMIT 5",
            {"shape": "alias", "descending": True},
            id="by a name of something computed",
        ),
        pytest.param(
            "SELECT id FROM items ORDER BY e::halfvec(3072) <#> $1::halfvec(3072) LIMIT 5",
            {"operator": "<#>", "cast": "halfvec(3072)"},
            id="cast",
        ),
        pytest.param(
            "SELECT id FROM items WHERE tenant_id = $2 AND items.kind IN ($3) ORDER BY e <=> $1 LIMIT 5",
            {"filters": ("tenant_id", "items", "kind")},
            id="filtered",
        ),
        pytest.param(
            "SELECT id FROM items WHERE meta->>'tenant' = $1 AND org::text = {org} ORDER BY e <=> $1 LIMIT 5",
            {"filters": ("meta", "tenant", "org", "text")},
            id="filtered by a key of JSON, and by a cast column",
        ),
        pytest.param("SELECT id FROM items {where} ORDER BY e <=> $1 LIMIT 5", {"filters": ("*",)}, id="with a condition put in"),
        pytest.param(
            "SELECT id FROM items WHERE {where} ORDER BY e <=> {q} LIMIT {n}", {"filters": ("*",)}, id="with a condition put in after where"
        ),
        pytest.param("SELECT id FROM items ORDER BY e <=> {q} {limit}", {}, id="with what may be a limit put in"),
        pytest.param("SELECT id FROM a JOIN s.b ON true ORDER BY e <=> $1 LIMIT 5", {"tables": ("a", "b")}, id="of two tables"),
        pytest.param("SELECT id FROM {table} ORDER BY e <=> $1 LIMIT 5", {"tables": ("{table}",)}, id="of a table put in"),
        pytest.param("WITH x AS (SELECT id FROM items ORDER BY e <=> $1 LIMIT 5) SELECT * FROM x ORDER BY id", {}, id="in a query before it"),
        pytest.param(
            "CREATE FUNCTION f() AS $$ BEGIN RETURN QUERY SELECT id FROM items ORDER BY items.e <=> q LIMIT n; END $$", {}, id="in a function"
        ),
    ],
)
def test_searches(text: str, different: dict[str, object]) -> None:
    assert search(text) == different


@pytest.mark.parametrize(
    "text",
    [
        "SELECT 'A<=>B' FROM items ORDER BY id",
        "SELECT 1 ORDER BY a -- <=> b",
        "SELECT rank() OVER (ORDER BY e <=> $1) FROM items",
        "SELECT e <=> $1 FROM items ORDER BY id",
    ],
)
def test_other_orders(text: str) -> None:
    assert sql(text).searches == ()


def test_row_level_security() -> None:
    assert sql("ALTER TABLE public.a ENABLE ROW LEVEL SECURITY; CREATE POLICY p ON b FOR SELECT USING (true)").secured == ("a", "b")


def test_a_file_and_its_places() -> None:
    facts = read_sql("a.sql", "-- é\nCREATE TABLE i (é vector(3));\n".encode())
    assert facts == FileFacts("a.sql", "sql", sql=Sql(columns=(Column("i", "é", "vector", 3, Span(2, 16, 2, 28)),)))


def test_other_sql_costs_one_search() -> None:
    assert read_sql("a.sql", b"CREATE TABLE i (a int)") == FileFacts("a.sql", "sql")
