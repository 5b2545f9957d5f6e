from anthropic import AsyncAnthropic
from google import genai

from app.settings import settings

client = AsyncAnthropic(timeout=30)
gemini = genai.Client()


async def write(topic: str) -> str:
    messages = [{"role": "user", "content": topic}]
    reply = await client.messages.create(model=settings.writer, max_tokens=800, messages=messages)
    return reply.content[0].text


async def read(text: str) -> str:
    return (await gemini.aio.models.generate_content(model=settings.reader, contents=text)).text
