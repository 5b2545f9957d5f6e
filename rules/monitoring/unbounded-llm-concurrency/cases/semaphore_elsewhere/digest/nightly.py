import asyncio

from digest.articles import digest


async def run(articles: list[dict]) -> list[dict]:
    return await asyncio.gather(*[digest(article) for article in articles])  # ok: unbounded-llm-concurrency
