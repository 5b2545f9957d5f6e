import os
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg


class Database:
    def __init__(self) -> None:
        self.url = os.environ["DATABASE_URL"]

    @contextmanager
    def cursor(self) -> Iterator[psycopg.Cursor]:
        with psycopg.connect(self.url) as connection, connection.cursor() as cursor:
            yield cursor

    def rows(self, query: str) -> list[tuple]:
        """All rows of a query."""
        with self.cursor() as cursor:
            cursor.execute(query)
            return cursor.fetchall()

    def by_customer(self, name: str) -> list[tuple]:
        """The orders of one customer."""
        with self.cursor() as cursor:
            cursor.execute("SELECT * FROM orders WHERE customer = %s", (name,))
            return cursor.fetchall()
