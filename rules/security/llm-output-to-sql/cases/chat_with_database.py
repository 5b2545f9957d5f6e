"""Questions about the shop, answered from its database."""

import os
import sqlite3

import pandas as pd
import psycopg2
from openai import OpenAI
from sqlalchemy import create_engine, text

client = OpenAI(timeout=60)
engine = create_engine(os.environ["DATABASE_URL"])
SCHEMA = "orders(id, customer, total, placed_at)"


def write_sql(question: str) -> str:
    reply = client.chat.completions.create(
        model="gpt-4.1-2025-04-14",
        messages=[{"role": "system", "content": f"Write one SQLite query. Schema: {SCHEMA}"}, {"role": "user", "content": question}],
    )
    return reply.choices[0].message.content.strip().removeprefix("```sql").removesuffix("```")


def ask(question: str) -> list[tuple]:
    with sqlite3.connect("shop.db") as connection:
        cursor = connection.cursor()
        cursor.execute(write_sql(question))  # ruleid: llm-output-to-sql
        return cursor.fetchall()


def ask_warehouse(question: str) -> list[tuple]:
    query = write_sql(question)
    connection = psycopg2.connect(os.environ["WAREHOUSE_DSN"])
    with connection.cursor() as cursor:
        cursor.execute(query)  # ruleid: llm-output-to-sql
        return cursor.fetchall()


def ask_orm(question: str) -> list:
    with engine.connect() as connection:
        return connection.execute(text(write_sql(question))).all()  # ruleid: llm-output-to-sql


def frame(question: str) -> pd.DataFrame:
    return pd.read_sql(write_sql(question), engine)  # ruleid: llm-output-to-sql


def customer_of(question: str) -> list:
    reply = client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=[{"role": "user", "content": f"Whose order? {question}"}])
    name = reply.choices[0].message.content
    with engine.connect() as connection:
        return connection.execute(text("SELECT * FROM orders WHERE customer = :name"), {"name": name}).all()  # ok: llm-output-to-sql


def table_sizes() -> dict[str, int]:
    sizes = {}
    with engine.connect() as connection:
        for table in ("orders", "customers"):
            sizes[table] = connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one()  # ok: llm-output-to-sql
    return sizes
