from agents import LocalAgent


class Reviewer(LocalAgent):
    def review(self, text: str) -> str:
        reply = self.client.chat(model=self.model, messages=[{"role": "user", "content": text}])
        return reply["message"]["content"]
