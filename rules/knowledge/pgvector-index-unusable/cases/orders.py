import os

import psycopg
from openai import OpenAI

client = OpenAI()
connection = psycopg.connect(os.environ["DATABASE_URL"])


def prepare():
    connection.execute("CREATE TABLE IF NOT EXISTS items (id bigserial, name text, shop int, embedding vector(1536))")
    connection.execute("CREATE INDEX ON items USING hnsw (embedding vector_cosine_ops)")
    connection.execute("CREATE TABLE IF NOT EXISTS plain (id bigserial, place vector(3))")


def vector_of(text: str):
    return client.embeddings.create(model="text-embedding-3-small", input=text).data[0].embedding


def nearest(text: str):
    query = "SELECT name FROM items ORDER BY embedding <=> %s LIMIT 5"  # ok: pgvector-index-unusable
    return connection.execute(query, (vector_of(text),)).fetchall()


def most_similar(text: str):
    query = "SELECT name FROM items ORDER BY 1 - (embedding <=> %s) DESC LIMIT 5"  # ruleid: pgvector-index-unusable
    return connection.execute(query, (vector_of(text),)).fetchall()


def everything(text: str):
    query = "SELECT name FROM items ORDER BY embedding <=> %s"  # ruleid: pgvector-index-unusable
    return connection.execute(query, (vector_of(text),)).fetchall()


def products(text: str):
    query = "SELECT name FROM items ORDER BY embedding <#> %s LIMIT 5"  # ruleid: pgvector-index-unusable
    return connection.execute(query, (vector_of(text),)).fetchall()


def filtered(text: str, shop: int):
    # the inner query sorts by the operator, the outer one only presents what was found
    # ok: pgvector-index-unusable
    query = """
        SELECT name, similarity FROM (
            SELECT name, 1 - (embedding <=> %(v)s) AS similarity FROM items
            WHERE shop = %(shop)s ORDER BY embedding <=> %(v)s LIMIT 50
        ) AS found ORDER BY similarity DESC LIMIT 5
    """
    return connection.execute(query, {"v": vector_of(text), "shop": shop}).fetchall()


def points():
    return connection.execute("SELECT id FROM plain ORDER BY place <-> '[0,0,0]'").fetchall()  # ok: pgvector-index-unusable
