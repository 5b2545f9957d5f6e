import os

import psycopg
from openai import OpenAI

client = OpenAI()


def store(connection: psycopg.Connection, texts: list[str]) -> None:
    answer = client.embeddings.create(model="text-embedding-3-large", input=texts)
    rows = [(text, one.embedding) for text, one in zip(texts, answer.data, strict=True)]
    connection.cursor().executemany("INSERT INTO tickets (body, embedding) VALUES (%s, %s)", rows)


if __name__ == "__main__":
    with psycopg.connect(os.environ["DATABASE_URL"]) as opened:
        store(opened, ["the printer is on fire"])
