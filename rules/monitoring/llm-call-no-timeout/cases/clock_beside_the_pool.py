"""Polling a worker against a clock does not bound the call: leaving the pool's `with` waits for it."""

import time
from concurrent.futures import ThreadPoolExecutor
from unittest.mock import patch

from openai import OpenAI

LIMIT = 60

client = OpenAI()  # ruleid: llm-call-no-timeout


def infer(prompt: str) -> str:
    reply = client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=[{"role": "user", "content": prompt}])
    return reply.choices[0].message.content


def infer_within_limit(prompt: str) -> str:
    started = time.monotonic()
    with ThreadPoolExecutor(max_workers=1) as pool:
        future = pool.submit(infer, prompt)
        while not future.done():
            if time.monotonic() - started > LIMIT:
                raise TimeoutError(prompt[:40])
            time.sleep(0.2)
        return future.result()


def rehearse(prompt: str) -> str:
    with patch("openai.resources.chat.completions.Completions.create") as create:  # ok: llm-call-no-timeout
        create.return_value.choices[0].message.content = "rehearsed"
        return infer(prompt)
