"""Retries by loop."""

import asyncio
import time

from google import genai
from google.genai import errors
from openai import AsyncOpenAI, OpenAI, RateLimitError

client = OpenAI(timeout=30)
gemini = genai.Client()
async_client = AsyncOpenAI(timeout=30)
MODEL = "gpt-4.1-2025-04-14"


def ask(question: str) -> str:
    while True:  # ruleid: unbounded-retry
        try:
            return client.responses.create(model=MODEL, input=question).output_text
        except Exception:
            continue


def ask_with_pause(question: str) -> str:
    text = None
    while text is None:  # ruleid: unbounded-retry
        try:
            text = gemini.models.generate_content(model="gemini-2.5-flash-lite", contents=question).text
        except errors.APIError as error:
            print("retrying", error)
            time.sleep(5)
    return text


def repair(command: str) -> str:
    attempts = 0
    while attempts < 3:  # ruleid: unbounded-retry
        try:
            action = client.responses.create(model=MODEL, input=f"Repair: {command}").output_text
        except RateLimitError:
            continue
        if action.startswith("run"):
            attempts += 1
            command = action
    return command


def ask_many_times(question: str) -> str:
    for _ in range(20):  # ruleid: unbounded-retry
        try:
            return client.responses.create(model=MODEL, input=question).output_text
        except Exception as error:
            print(error)
    return ""


def ask_counted(question: str, limit: int = 4) -> str:
    attempt = 0
    while True:  # ok: unbounded-retry
        try:
            return client.responses.create(model=MODEL, input=question).output_text
        except RateLimitError:
            attempt += 1
            if attempt >= limit:
                raise
            time.sleep(2**attempt)


def ask_until(question: str, deadline: float) -> str:
    while time.monotonic() < deadline:  # ok: unbounded-retry
        try:
            return gemini.models.generate_content(model="gemini-2.5-flash-lite", contents=question).text
        except errors.ServerError:
            time.sleep(3)
    raise TimeoutError(question)


async def ask_within_job(question: str) -> str:
    async with asyncio.timeout(600):
        while True:  # ok: unbounded-retry
            try:
                return (await async_client.responses.create(model=MODEL, input=question)).output_text
            except RateLimitError:
                await asyncio.sleep(15)
