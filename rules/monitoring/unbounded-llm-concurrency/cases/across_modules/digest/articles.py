from digest.llm import Summariser

summariser = Summariser("claude-sonnet-4-20250514")


async def digest(article: dict) -> dict:
    return {**article, "summary": await summariser.summary(article["text"])}


async def length(article: dict) -> int:
    return len(article["text"])
