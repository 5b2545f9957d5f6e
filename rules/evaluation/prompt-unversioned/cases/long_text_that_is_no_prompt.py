"""Long literals beside a model call: queries, markup, help and error texts that no model sees."""

import argparse
import logging
import sqlite3

from openai import OpenAI

log = logging.getLogger(__name__)
client = OpenAI(timeout=30)

# ok: prompt-unversioned
QUERY = """
SELECT title, body
FROM articles
WHERE published = 1
ORDER BY views DESC
LIMIT 5
"""

# ok: prompt-unversioned
PAGE = """<!doctype html>
<html>
<head><title>Answers</title><style>body { font-family: sans-serif; }</style></head>
<body><h1>Your answer</h1><p>{answer}</p></body>
</html>
"""

# ok: prompt-unversioned
HELP = """Answer questions from the knowledge base.

The database is opened read only. Set OPENAI_API_KEY before you start.
Answers are written as HTML to standard output.
"""

EXAMPLES = [
    {"role": "user", "content": "My bill is too high.\nIt was 40 euros last month.\nNow it is 90 euros."},  # ok: prompt-unversioned
    {"role": "assistant", "content": "billing"},
]


def answer(database: sqlite3.Connection, question: str) -> str:
    rows = database.execute(QUERY).fetchall()
    if not rows:
        log.error(
            "The knowledge base has no published article.\n"
            "Import the articles first, then publish at least one of them.\n"
            "Until then every question is answered with an empty page.\n"
        )
        return PAGE.format(answer="")
    context = "\n\n".join(body for _, body in rows)
    messages = [*EXAMPLES, {"role": "user", "content": f"{context}\n\n{question}"}]
    reply = client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages)
    return PAGE.format(answer=reply.choices[0].message.content)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=HELP)
    parser.add_argument("question")
    print(answer(sqlite3.connect("articles.db"), parser.parse_args().question))
