import sqlite3

database = sqlite3.connect("state.db")


def add_tokens(project: str, count: int) -> None:
    database.execute("UPDATE projects SET tokens = tokens + ? WHERE name = ?", (count, project))
    database.commit()
