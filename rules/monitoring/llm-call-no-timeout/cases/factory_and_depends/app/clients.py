from functools import lru_cache

from openai import AsyncOpenAI, OpenAI

from .settings import settings


@lru_cache(maxsize=1)
def get_client() -> OpenAI:
    return OpenAI(max_retries=settings.max_retries)  # ruleid: llm-call-no-timeout


@lru_cache(maxsize=1)
def get_async_client() -> AsyncOpenAI:
    return AsyncOpenAI(timeout=settings.llm_timeout, max_retries=settings.max_retries)  # ok: llm-call-no-timeout
