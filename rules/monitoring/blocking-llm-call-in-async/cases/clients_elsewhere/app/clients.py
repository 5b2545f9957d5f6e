from functools import lru_cache

from openai import AsyncOpenAI, OpenAI


@lru_cache
def sync_client():
    return OpenAI(timeout=30)


async_client = AsyncOpenAI(timeout=30)


class Assistant:
    def __init__(self) -> None:
        self.client = OpenAI(timeout=30)
        self.fast = AsyncOpenAI(timeout=10)
