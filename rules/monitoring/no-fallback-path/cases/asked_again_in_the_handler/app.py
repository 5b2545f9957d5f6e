from anthropic import Anthropic, APIError
from fastapi import FastAPI

app = FastAPI()
client = Anthropic(timeout=30)


def ask(model: str, question: str) -> str:
    message = client.messages.create(model=model, max_tokens=300, messages=[{"role": "user", "content": question}])
    return message.content[0].text


@app.post("/answer")
def answer(question: str) -> str:
    try:
        return ask("claude-sonnet-4-5-20250929", question)
    except APIError:
        return ask("claude-haiku-4-5-20251001", question)
