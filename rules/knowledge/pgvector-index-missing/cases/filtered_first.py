import os

import psycopg
from openai import OpenAI

client = OpenAI()
connection = psycopg.connect(os.environ["DATABASE_URL"])


def prepare():
    # ruleid: pgvector-index-missing
    connection.execute("CREATE TABLE IF NOT EXISTS memories (id bigserial, person text, note text, embedding vector(1536))")
    connection.execute("CREATE TABLE IF NOT EXISTS drafts (id bigserial, embedding vector(1536))")  # ok: pgvector-index-missing


def recall(person: str, question: str):
    vector = client.embeddings.create(model="text-embedding-3-small", input=question).data[0].embedding
    query = "SELECT note FROM memories WHERE person = %s ORDER BY embedding <=> %s::vector LIMIT 5"
    return connection.execute(query, (person, vector)).fetchall()
