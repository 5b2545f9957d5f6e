"""Drizzle: vector columns, indexes and distances in TypeScript."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ailint.discover import Contents, SourceFile
from ailint.read.drizzle import read_drizzle
from ailint.read.files import read

if TYPE_CHECKING:
    from pathlib import Path

SCHEMA = """import { index, pgTable, serial, text, vector } from 'drizzle-orm/pg-core';

// embedding: vector('old', { dimensions: 3 })
export const guides = pgTable('guides', {
  id: serial('id').primaryKey(),
  url: text().default("https://example.com//x"),
  embedding: vector('vec', { dimensions: 1536 }),
}, (table) => [
  index('by_vec').using('hnsw', table.embedding.op('vector_cosine_ops')),
]);

export const users = pgTable('users', { id: serial('id') });
"""
QUERIES = """import { cosineDistance, desc, l2Distance, sql } from 'drizzle-orm';

const similarity = sql<number>`1 - (${cosineDistance(guides.embedding, question)})`;
const nearest = db.select().from(guides).orderBy((t) => desc(t.similarity)).limit(4);
const other = db.select().from(guides).orderBy(l2Distance(guides.embedding, question)).limit(4);
const shown = sql<number>`1 - (${cosineDistance(guides.embedding, question)})`;
"""


def test_columns_and_indexes_bear_the_names_of_the_database() -> None:
    sql = read_drizzle("schema.ts", SCHEMA.encode()).sql
    assert sql is not None
    assert [(c.table, c.name, c.type, c.size, c.span.line) for c in sql.columns] == [
        ("guides", "id", "serial", None, 5),
        ("guides", "url", "text", None, 6),
        ("guides", "vec", "vector", 1536, 7),
    ]
    assert [(i.table, i.column, i.method, i.operator_class, i.span.line) for i in sql.indexes] == [("guides", "vec", "hnsw", "vector_cosine_ops", 9)]


def test_what_queries_are_ordered_by() -> None:
    alone = read_drizzle("search.ts", QUERIES.encode()).sql
    assert alone is not None
    assert [(s.tables, s.column, s.operator, s.shape, s.descending, s.span.line) for s in alone.searches] == [
        ((), "embedding", "<->", "raw", False, 5),
        ((), "embedding", "<=>", "alias", True, 3),
    ]
    together = read_drizzle("all.ts", (SCHEMA + QUERIES).encode()).sql
    assert together is not None
    assert {(s.tables, s.column) for s in together.searches} == {(("guides",), "vec")}


@pytest.mark.parametrize("text", ["", "import 'drizzle-orm'\nexport const users = pgTable('users', { id: serial('id') });", "pgTable('x', {" * 5000])
def test_nothing_about_vectors(text: str) -> None:
    assert read_drizzle("schema.ts", text.encode()).sql is None


def test_only_what_speaks_of_drizzle_is_read(tmp_path: Path) -> None:
    (tmp_path / "schema.ts").write_text(SCHEMA, encoding="utf-8")
    (tmp_path / "page.ts").write_text("export const x = 1;", encoding="utf-8")
    files = [SourceFile(name, (tmp_path / name).stat().st_size, "typescript") for name in ("page.ts", "schema.ts")]
    assert [(facts.path, facts.format) for facts in read(files, Contents(tmp_path))] == [("schema.ts", "drizzle")]
