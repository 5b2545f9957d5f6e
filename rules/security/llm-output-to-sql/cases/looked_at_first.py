"""Statements of a model that are looked at, or can only read."""

import os
import sqlite3

import duckdb
import sqlglot
import sqlparse
from anthropic import Anthropic
from sqlalchemy import create_engine, text
from sqlglot import exp

claude = Anthropic(timeout=60)
readonly_engine = create_engine(os.environ["READONLY_DATABASE_URL"])


class NotReadOnly(ValueError):
    """A statement that changes something."""


def write_sql(question: str) -> str:
    reply = claude.messages.create(model="claude-opus-4-8", max_tokens=300, messages=[{"role": "user", "content": f"SQL only: {question}"}])
    return reply.content[0].text


def parsed(question: str) -> list[tuple]:
    statement = sqlglot.parse_one(write_sql(question))
    if not isinstance(statement, exp.Select):
        raise NotReadOnly(statement)
    return sqlite3.connect("shop.db").execute(statement.sql(dialect="sqlite")).fetchall()  # ok: llm-output-to-sql


def of_one_type(question: str) -> list[tuple]:
    query = write_sql(question)
    statements = sqlparse.parse(query)
    if len(statements) != 1 or statements[0].get_type() != "SELECT":
        raise NotReadOnly(query)
    return sqlite3.connect("shop.db").execute(query).fetchall()  # ok: llm-output-to-sql


def opened_for_reading(question: str) -> list[tuple]:
    connection = sqlite3.connect("file:shop.db?mode=ro", uri=True)
    return connection.execute(write_sql(question)).fetchall()  # ok: llm-output-to-sql


def over_files(question: str) -> list[tuple]:
    connection = duckdb.connect("shop.duckdb", read_only=True)
    return connection.sql(write_sql(question)).fetchall()  # ok: llm-output-to-sql


def in_a_transaction_that_reads(question: str) -> list[tuple]:
    with sqlite3.connect("shop.db") as connection:
        connection.execute("PRAGMA query_only = ON")
        return connection.execute(write_sql(question)).fetchall()  # ok: llm-output-to-sql


def approved(question: str) -> list[tuple]:
    query = write_sql(question)
    if input(f"Run {query}? [y/n] ") != "y":
        return []
    return sqlite3.connect("shop.db").execute(query).fetchall()  # ok: llm-output-to-sql


def only_by_name(question: str) -> list:
    with readonly_engine.connect() as connection:
        return connection.execute(text(write_sql(question))).all()  # ruleid: llm-output-to-sql
