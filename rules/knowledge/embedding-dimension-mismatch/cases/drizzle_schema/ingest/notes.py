import os
import sys

import psycopg
from openai import OpenAI

client = OpenAI(timeout=30)


def embed(text: str) -> list[float]:
    return client.embeddings.create(model="text-embedding-3-large", input=text).data[0].embedding


if __name__ == "__main__":
    with psycopg.connect(os.environ["DATABASE_URL"]) as connection:
        for line in sys.stdin:
            connection.execute("insert into notes (body, embedding) values (%s, %s)", (line, embed(line)))
