from anthropic import Anthropic
from flask import Flask, request
from prometheus_client import Histogram

app = Flask(__name__)
client = Anthropic(timeout=30)
LATENCY = Histogram("model_seconds", "Latency of the model")


@app.post("/answer")
def answer() -> str:
    message = client.messages.create(
        model="claude-sonnet-4-5-20250929", max_tokens=300, messages=[{"role": "user", "content": request.json["question"]}]
    )
    return message.content[0].text
