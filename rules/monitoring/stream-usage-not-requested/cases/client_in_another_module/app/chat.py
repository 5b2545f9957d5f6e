"""Whether answers are streamed is a setting, which is on; the arguments are put together by a function."""

from app.clients import azure
from app.settings import settings


def arguments(messages: list[dict[str, str]]) -> dict[str, object]:
    return {"model": settings.deployment, "messages": messages, "stream": settings.stream, "max_tokens": 800}


async def complete(messages: list[dict[str, str]]) -> object:
    return await azure().chat.completions.create(**arguments(messages))  # ruleid: stream-usage-not-requested


async def title(messages: list[dict[str, str]]) -> object:
    return await azure().chat.completions.create(model=settings.deployment, messages=messages, max_tokens=20, stream=False)
