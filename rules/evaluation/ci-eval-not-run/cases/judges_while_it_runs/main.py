from fastapi import FastAPI
from openai import OpenAI

from coder.eval import score

app = FastAPI()
client = OpenAI(timeout=30)


@app.post("/draft")
def draft(task: str) -> str:
    drafts = []
    for _ in range(3):
        messages = [{"role": "user", "content": task}]
        reply = client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, max_tokens=800)
        drafts.append(reply.choices[0].message.content)
    return max(drafts, key=lambda text: score(task, text))
