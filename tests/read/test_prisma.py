"""Prisma: vector columns of models."""

from __future__ import annotations

from ailint.facts import Column, Span, Sql
from ailint.read.prisma import read_prisma

SCHEMA = b"""model Document {
  id        Int                          @id
  embedding Unsupported("vector(1536)")?
  tenantId  String                       @map("tenant_id")

  @@map("documents")
}

model User {
  id Int @id
}
"""


def test_columns_have_the_names_of_the_database() -> None:
    assert read_prisma("schema.prisma", SCHEMA).sql == Sql(
        columns=(
            Column("documents", "id", "int", None, Span(2, 2, 2, 44)),
            Column("documents", "embedding", "vector", 1536, Span(3, 2, 3, 40)),
            Column("documents", "tenant_id", "string", None, Span(4, 2, 4, 58)),
        )
    )


def test_a_schema_without_vectors() -> None:
    assert read_prisma("schema.prisma", b"model User {\n  id Int\n}\n").sql is None
