"""Loops without an end that do not repeat a failed call."""

import time

from anthropic import Anthropic
from openai import OpenAI

client = OpenAI(timeout=30)
claude = Anthropic(timeout=30)


def wait_for_batch(batch_id: str) -> str:
    while True:  # ok: unbounded-retry
        batch = client.batches.retrieve(batch_id)
        if batch.status in {"completed", "failed", "expired", "cancelled"}:
            return batch.status
        time.sleep(30)


def wait_for_person(database) -> str:
    while True:  # ok: unbounded-retry
        row = database.execute("SELECT answer FROM approvals WHERE answer IS NOT NULL").fetchone()
        if row:
            return row[0]
        time.sleep(2)


def chat() -> None:
    history: list[dict[str, str]] = []
    while True:  # ok: unbounded-retry
        history.append({"role": "user", "content": input("> ")})
        try:
            reply = claude.messages.create(model="claude-opus-4-8", max_tokens=500, messages=history)
        except Exception as error:
            print(f"That did not work: {error}")
            history.pop()
            continue
        history.append({"role": "assistant", "content": reply.content[0].text})
        print(history[-1]["content"])


def configurable(stop, wait):
    from tenacity import retry

    @retry(stop=stop, wait=wait)  # ok: unbounded-retry
    def ask(question: str) -> str:
        return client.responses.create(model="gpt-4.1-2025-04-14", input=question).output_text

    return ask
