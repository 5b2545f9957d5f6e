from anthropic import Anthropic
from fastapi import FastAPI

app = FastAPI()
client = Anthropic(timeout=30)


@app.post("/answer")
def answer(question: str) -> str:
    messages = [{"role": "user", "content": question}]
    return client.messages.create(model="claude-opus-4-8", max_tokens=300, messages=messages).content[0].text
