from openai import AsyncOpenAI

from shop.prompts import instructions


class Adviser:
    def __init__(self) -> None:
        self.client = AsyncOpenAI(timeout=30)

    async def advise(self, text: str, background: str) -> str:
        messages = [
            {"role": "system", "content": instructions(background)},  # ruleid: user-input-in-system-prompt
            {"role": "user", "content": text},
        ]
        reply = await self.client.chat.completions.create(model="gpt-4.1-mini", messages=messages, max_tokens=300)
        return reply.choices[0].message.content
