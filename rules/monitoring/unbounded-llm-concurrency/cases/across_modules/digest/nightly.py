import asyncio

from digest.articles import digest, length


async def run(articles: list[dict]) -> list[dict]:
    return await asyncio.gather(*[digest(article) for article in articles])  # ruleid: unbounded-llm-concurrency


async def front_page(articles: list[dict]) -> list[dict]:
    return await asyncio.gather(*[digest(article) for article in articles[:3]])  # ok: unbounded-llm-concurrency


async def lengths(articles: list[dict]) -> list[int]:
    return await asyncio.gather(*[length(article) for article in articles])  # ok: unbounded-llm-concurrency
