from evaluation import Evaluator
from openai import OpenAI

client = OpenAI(timeout=30)


class ByModel(Evaluator):
    def score(self, task: str, draft: str) -> float:
        messages = [{"role": "user", "content": f"Grade from 0 to 10, the number alone.\n\nTask: {task}\n\nDraft: {draft}"}]
        reply = client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, max_tokens=5)
        return float(reply.choices[0].message.content)
