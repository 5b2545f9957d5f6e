"""Exports conversations for the evaluation team."""

import json
import sqlite3
import sys


def export(database: str, out: str) -> None:
    rows = sqlite3.connect(database).execute("SELECT question, answer FROM conversations").fetchall()
    with open(out, "w") as file:
        file.writelines(json.dumps({"question": q, "answer": a}) + "\n" for q, a in rows)


if __name__ == "__main__":
    export(*sys.argv[1:])
