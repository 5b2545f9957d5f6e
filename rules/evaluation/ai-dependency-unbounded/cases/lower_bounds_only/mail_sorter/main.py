from anthropic import Anthropic
from fastapi import FastAPI

app = FastAPI()
client = Anthropic(timeout=30)


@app.post("/sort")
def sort(mail: str) -> str:
    message = client.messages.create(
        model="claude-sonnet-4-5-20250929", max_tokens=20, messages=[{"role": "user", "content": mail}]
    )
    return message.content[0].text
