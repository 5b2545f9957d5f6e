import sqlite3


def park(ticket: str) -> None:
    with sqlite3.connect("tickets.db") as db:
        db.execute("update tickets set state = ? where id = ?", ("needs_review", ticket))


def parked() -> list[tuple]:
    with sqlite3.connect("tickets.db") as db:
        return db.execute("select id, text from tickets where state = ?", ("needs_review",)).fetchall()
