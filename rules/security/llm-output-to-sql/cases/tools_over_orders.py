"""Tools through which a support agent reads orders."""

import os
import sqlite3
from enum import Enum
from typing import Literal

import asyncpg
from agents import Agent, function_tool
from langchain_core.tools import BaseTool, tool


class Status(str, Enum):
    OPEN = "open"
    SENT = "sent"


@tool
def find_customer(name: str) -> list[tuple]:
    """Find customers by name."""
    connection = sqlite3.connect("shop.db")
    return connection.execute(f"SELECT id, name FROM customers WHERE name LIKE '%{name}%'").fetchall()  # ruleid: llm-output-to-sql


@tool
def find_order(number: str) -> list[tuple]:
    """Find an order by its number."""
    connection = sqlite3.connect("shop.db")
    return connection.execute("SELECT * FROM orders WHERE number = ?", (number,)).fetchall()  # ok: llm-output-to-sql


@tool
def newest(limit: int, status: Status) -> list[tuple]:
    """The newest orders with a status."""
    connection = sqlite3.connect("shop.db")
    query = f"SELECT * FROM orders WHERE status = '{status.value}' ORDER BY placed_at DESC LIMIT {limit}"
    return connection.execute(query).fetchall()  # ok: llm-output-to-sql


@function_tool
async def report(column: Literal["total", "placed_at"]) -> list:
    """Orders, sorted by a column."""
    connection = await asyncpg.connect(os.environ["DATABASE_URL"])
    return await connection.fetch("SELECT * FROM orders ORDER BY " + column)  # ok: llm-output-to-sql


@function_tool
async def run_query(sql: str) -> list:
    """Run a query against the shop's database."""
    pool = await asyncpg.create_pool(os.environ["DATABASE_URL"])
    async with pool.acquire() as connection:
        return await connection.fetch(sql)  # ruleid: llm-output-to-sql


class Lookup(BaseTool):
    name: str = "lookup"
    description: str = "Look up a product by its exact name."

    def _run(self, product: str) -> list[tuple]:
        connection = sqlite3.connect("shop.db")
        cursor = connection.cursor()
        cursor.execute("SELECT * FROM products WHERE name = '%s'" % product)  # ruleid: llm-output-to-sql
        return cursor.fetchall()


agent = Agent(name="Support", model="gpt-4.1-2025-04-14", instructions="Answer questions about orders.", tools=[report, run_query])
