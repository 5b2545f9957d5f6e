"""Loops that take the next piece of work each round."""

import asyncio
import logging

from openai import AsyncOpenAI, OpenAI

log = logging.getLogger(__name__)
client = OpenAI(timeout=30)
async_client = AsyncOpenAI(timeout=30)
MODEL = "gpt-4.1-2025-04-14"


async def worker(jobs: asyncio.Queue) -> None:
    while True:  # ok: unbounded-retry
        job = await jobs.get()
        if job is None:
            break
        try:
            job.answer = (await async_client.responses.create(model=MODEL, input=job.question)).output_text
        except Exception:
            log.exception("job failed")


def crawl(pages: list[str]) -> str:
    notes, enough = "", False
    while pages and not enough:  # ok: unbounded-retry
        page = pages.pop(0)
        try:
            notes += client.responses.create(model=MODEL, input=f"Note what is new in {page}").output_text
        except Exception:
            log.exception("skipped %s", page)
            continue
        enough = len(notes) > 4000
    return notes
