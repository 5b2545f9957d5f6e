from agents.base import Agent


class Writer(Agent):
    def write(self, topic: str) -> str:
        messages = [{"role": "user", "content": f"Write about {topic}."}]
        reply = self.client.messages.create(model=self.model, max_tokens=1500, messages=messages)
        return reply.content[0].text
