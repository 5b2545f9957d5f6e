from anthropic import Anthropic
from flask import Flask, request

app = Flask(__name__)
client = Anthropic(timeout=30)


@app.post("/answer")
def answer() -> str:
    message = client.messages.create(
        model="claude-sonnet-4-5-20250929", max_tokens=300, messages=[{"role": "user", "content": request.json["question"]}]
    )
    return message.content[0].text
