from anthropic import AsyncAnthropic


class Model:
    def __init__(self) -> None:
        self.client = AsyncAnthropic(timeout=60)

    async def complete(self, text: str) -> str:
        messages = [{"role": "user", "content": text}]
        reply = await self.client.messages.create(model="claude-opus-4-8", max_tokens=800, messages=messages)
        return reply.content[0].text


model = Model()
