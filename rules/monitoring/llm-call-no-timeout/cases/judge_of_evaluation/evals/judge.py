import json
from pathlib import Path

from openai import OpenAI

from app.answers import answer

client = OpenAI()  # ruleid: llm-call-no-timeout
CASES = Path(__file__).with_name("cases.jsonl")


def score(question: str, given: str) -> int:
    reply = client.chat.completions.create(
        model="gpt-4.1-2025-04-14",
        temperature=0,
        messages=[{"role": "user", "content": f"Rate this answer from 1 to 5.\n{question}\n{given}"}],
    )
    return int(reply.choices[0].message.content)


def run() -> float:
    rows = [json.loads(line) for line in CASES.read_text().splitlines()]
    return sum(score(row["question"], answer(row["question"])) for row in rows) / len(rows)
