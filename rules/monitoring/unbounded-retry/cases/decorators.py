"""Retries by decorator. A bare one repeats any error, for ever, without a pause."""

import backoff
import tenacity
from anthropic import Anthropic, RateLimitError
from openai import APIConnectionError, OpenAI
from tenacity import retry, retry_if_exception_type, stop_after_attempt, stop_after_delay, wait_exponential, wait_random_exponential

client = OpenAI(timeout=30)
claude = Anthropic(timeout=30)
MODEL = "gpt-4.1-2025-04-14"


@retry  # ruleid: unbounded-retry
def ask(question: str) -> str:
    return client.responses.create(model=MODEL, input=question).output_text


@tenacity.retry()  # ruleid: unbounded-retry
def ask_again(question: str) -> str:
    return client.responses.create(model=MODEL, input=question).output_text


@retry(wait=wait_exponential(min=1, max=60), retry=retry_if_exception_type(APIConnectionError))  # ruleid: unbounded-retry
def embed(text: str) -> list[float]:
    return client.embeddings.create(model="text-embedding-3-small", input=text).data[0].embedding


@retry(stop=stop_after_attempt(12))  # ruleid: unbounded-retry
def hammer(question: str) -> str:
    return client.responses.create(model=MODEL, input=question).output_text


@backoff.on_exception(backoff.expo, RateLimitError)  # ruleid: unbounded-retry
def write(topic: str) -> str:
    messages = [{"role": "user", "content": topic}]
    return claude.messages.create(model="claude-opus-4-8", max_tokens=500, messages=messages).content[0].text


@retry(stop=stop_after_attempt(5), wait=wait_random_exponential(max=60))  # ok: unbounded-retry
def ask_politely(question: str) -> str:
    return client.responses.create(model=MODEL, input=question).output_text


@retry(stop=stop_after_delay(90) | stop_after_attempt(8), wait=wait_random_exponential(max=20))  # ok: unbounded-retry
def ask_for_a_while(question: str) -> str:
    return client.responses.create(model=MODEL, input=question).output_text


@retry(stop=stop_after_attempt(3))  # ok: unbounded-retry
def ask_three_times(question: str) -> str:
    return client.responses.create(model=MODEL, input=question).output_text


@backoff.on_exception(backoff.expo, RateLimitError, max_time=120)  # ok: unbounded-retry
def edit(text: str) -> str:
    messages = [{"role": "user", "content": text}]
    return claude.messages.create(model="claude-opus-4-8", max_tokens=500, messages=messages).content[0].text
