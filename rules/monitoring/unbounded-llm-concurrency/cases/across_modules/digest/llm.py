from anthropic import AsyncAnthropic


class Summariser:
    def __init__(self, model: str) -> None:
        self.model = model
        self.client = AsyncAnthropic()

    async def summary(self, text: str) -> str:
        said = await self.client.messages.create(model=self.model, max_tokens=300, messages=[{"role": "user", "content": text}])
        return said.content[0].text
