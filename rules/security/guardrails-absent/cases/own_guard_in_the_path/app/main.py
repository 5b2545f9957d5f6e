from anthropic import Anthropic
from fastapi import FastAPI, HTTPException

from app.guard import guard_input

app = FastAPI()
client = Anthropic(timeout=30)


@app.post("/chat")
def chat(text: str) -> str:
    try:
        guard_input(text)
    except PermissionError as refusal:
        raise HTTPException(422, str(refusal)) from refusal
    reply = client.messages.create(model="claude-opus-4-8", max_tokens=500, messages=[{"role": "user", "content": text}])
    return reply.content[0].text
