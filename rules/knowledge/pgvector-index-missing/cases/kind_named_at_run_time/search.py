import os

import psycopg
from openai import OpenAI

client = OpenAI()

QUERY = """
    SELECT id, body
    FROM passages
    ORDER BY embedding <=> %s::vector
    LIMIT 8
"""


def nearest(question: str):
    vector = client.embeddings.create(model="text-embedding-3-small", input=question).data[0].embedding
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        return connection.execute(QUERY, (vector,)).fetchall()
