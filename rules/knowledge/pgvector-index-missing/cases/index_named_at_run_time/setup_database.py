import argparse
import os

import psycopg

parser = argparse.ArgumentParser()
parser.add_argument("table")
parser.add_argument("column")
chosen = parser.parse_args()

with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
    connection.execute("CREATE TABLE IF NOT EXISTS passages (id bigserial, body text, embedding vector(1536))")
    connection.execute(f"CREATE INDEX ON {chosen.table} USING hnsw ({chosen.column} vector_cosine_ops)")
