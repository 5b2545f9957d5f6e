from fastapi import FastAPI
from mistralai import Mistral

from spans import generation_span

app = FastAPI()
client = Mistral(timeout_ms=30_000)
MODEL = "mistral-large-2512"


def asked(question: str):
    return client.chat.complete(model=MODEL, messages=[{"role": "user", "content": question}], max_tokens=500)


@app.post("/answer")
def answer(question: str) -> str:
    with generation_span(MODEL) as span:
        reply = asked(question)
        span["usage"] = reply.usage.model_dump()
    return reply.choices[0].message.content
