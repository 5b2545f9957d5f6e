import os

import psycopg
from openai import OpenAI

client = OpenAI()
connection = psycopg.connect(os.environ["DATABASE_URL"])


def prepare():
    connection.execute("CREATE TABLE IF NOT EXISTS pages (id bigserial, body text, embedding vector(1536))")  # ok: pgvector-index-missing
    connection.execute("CREATE INDEX IF NOT EXISTS pages_embedding ON pages USING diskann (embedding vector_cosine_ops)")


def nearest(question: str):
    vector = client.embeddings.create(model="text-embedding-3-small", input=question).data[0].embedding
    return connection.execute("SELECT body FROM pages ORDER BY embedding <=> %s::vector LIMIT 5", (vector,)).fetchall()
