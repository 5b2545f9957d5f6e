from anthropic import Anthropic
from flask import Flask, request

app = Flask(__name__)
client = Anthropic(timeout=30)


@app.post("/summary")
def summary() -> str:
    message = client.messages.create(
        model="claude-sonnet-4-5-20250929",
        max_tokens=500,
        messages=[{"role": "user", "content": request.json["text"]}],
    )
    return message.content[0].text
