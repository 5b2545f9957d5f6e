"""Vector columns, indexes and searches of SQL and of code, joined."""

from __future__ import annotations

from ailint.project.vector_schema import vector_schema
from tests.linked import linked

FILES = {
    "schema.sql": "CREATE TABLE pages (id int, e vector(3));\nCREATE INDEX ON pages USING ivfflat (e vector_l2_ops);\n",
    "models.py": """
        from pgvector.django import HnswIndex, VectorField
        from pgvector.sqlalchemy import HALFVEC, Vector
        from sqlalchemy import Index
        from sqlalchemy.orm import mapped_column

        class Item(Base):
            __tablename__ = "shop.items"
            e = mapped_column(HALFVEC(8))
            other = register(lambda: Vector(4))

        Index("by_e", Item.e, postgresql_using="hnsw", postgresql_ops={"e": "halfvec_cosine_ops"})

        class Note(models.Model):
            v = VectorField(dimensions=5)

            class Meta:
                db_table = "notes"
                indexes = [HnswIndex(fields=["v"], opclasses=["vector_ip_ops"])]
    """,
    "migrations/1.py": """
        import sqlalchemy as sa
        from alembic import op
        from pgvector.sqlalchemy import Vector

        def upgrade():
            op.add_column("tags", sa.Column("w", Vector(6)))
    """,
    "search.py": """
        from models import Item

        def near(session, q):
            return session.scalars(select(Item).order_by(Item.e.cosine_distance(q)).limit(3))

        def compare(a, b):
            return a.e.cosine_distance(b)
    """,
}


def test_columns() -> None:
    columns = {(one.column.table, one.column.name, one.column.type, one.column.size) for one in vector_schema(linked(FILES)).columns}
    assert columns == {("pages", "e", "vector", 3), ("items", "e", "halfvec", 8), ("notes", "v", "vector", 5), ("tags", "w", "vector", 6)}


def test_indexes() -> None:
    indexes = {(one.made.table, one.made.column, one.made.method, one.made.operator_class) for one in vector_schema(linked(FILES)).indexes}
    told = {found for found in indexes if found[1] in {"e", "v"}}
    assert told == {("pages", "e", "ivfflat", "vector_l2_ops"), ("", "e", "hnsw", "halfvec_cosine_ops"), ("", "v", "hnsw", "vector_ip_ops")}


def test_a_search_finds_its_column_among_several_of_the_name() -> None:
    schema = vector_schema(linked(FILES))
    assert [(one.search.tables, one.search.operator) for one in schema.searches] == [(("items",), "<=>")]
    assert [one.column.table for one in schema.column_of(schema.searches[0].search)] == ["items"]
