from anthropic import Anthropic
from fastapi import FastAPI
from openai import OpenAI

app = FastAPI()
first = OpenAI(timeout=30)
second = Anthropic(timeout=30)


@app.post("/answer")
def answer(question: str, provider: str) -> str:
    if provider == "openai":
        return first.responses.create(model="gpt-4.1-2025-04-14", input=question).output_text
    message = second.messages.create(
        model="claude-sonnet-4-5-20250929", max_tokens=300, messages=[{"role": "user", "content": question}]
    )
    return message.content[0].text
