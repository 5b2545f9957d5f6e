"""Names that look like SQL, values that are no model's."""

import sqlite3
import sys
from pathlib import Path

from langchain_openai import ChatOpenAI
from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

llm = ChatOpenAI(model="gpt-4.1-2025-04-14", temperature=0, timeout=60)


class Base(DeclarativeBase):
    pass


class Product(Base):
    __tablename__ = "products"
    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


class Plan:
    def execute(self, step: str) -> str:
        return step.upper()


def find(session: Session, wish: str) -> list[Product]:
    name = llm.invoke(f"Which product? {wish}").content
    return list(session.execute(select(Product).where(Product.name == name)).scalars())  # ok: llm-output-to-sql


def carry_out(wish: str) -> str:
    return Plan().execute(llm.invoke(f"One step: {wish}").content)  # ok: llm-output-to-sql


def keep(answer: str) -> None:
    with sqlite3.connect("answers.db") as connection:
        connection.execute("INSERT INTO answers (text) VALUES (?)", (llm.invoke(answer).content,))  # ok: llm-output-to-sql


def migrate(folder: Path) -> None:
    with sqlite3.connect("answers.db") as connection:
        for script in sorted(folder.glob("*.sql")):
            connection.executescript(script.read_text())  # ok: llm-output-to-sql


if __name__ == "__main__":
    migrate(Path(sys.argv[1]))
