import sqlalchemy as sa
from alembic import op
from pgvector.sqlalchemy import Vector

revision = "0001"
down_revision = None


def upgrade():
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("body", sa.Text()),
        sa.Column("embedding", Vector(1536)),
    )
    op.create_index(
        "documents_embedding", "documents", ["embedding"],
        postgresql_using="hnsw", postgresql_with={"m": 16}, postgresql_ops={"embedding": "vector_l2_ops"},
    )
