from app.clients import Assistant


class SupportAssistant(Assistant):
    async def answer(self, text: str) -> str:
        reply = self.client.responses.create(model="gpt-4.1-2025-04-14", input=text)  # ruleid: blocking-llm-call-in-async
        return reply.output_text

    async def title(self, text: str) -> str:
        reply = await self.fast.responses.create(model="gpt-4.1-mini-2025-04-14", input=text)  # ok: blocking-llm-call-in-async
        return reply.output_text

    def draft(self, text: str) -> str:
        return self.client.responses.create(model="gpt-4.1-2025-04-14", input=text).output_text  # ok: blocking-llm-call-in-async
