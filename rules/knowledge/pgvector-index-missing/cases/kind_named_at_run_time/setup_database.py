import os

import psycopg

KINDS = {"vector_cosine_ops": "hnsw", "vector_l2_ops": "ivfflat"}


def create_index(connection: psycopg.Connection, table: str, column: str, measure: str) -> None:
    kind = KINDS[measure]
    connection.execute(f"""
        CREATE INDEX CONCURRENTLY ON {table}
        USING {kind} ({column} {measure});
    """)


def create_table() -> None:
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        connection.execute("CREATE TABLE IF NOT EXISTS passages (id bigserial, body text, embedding vector(1536))")
