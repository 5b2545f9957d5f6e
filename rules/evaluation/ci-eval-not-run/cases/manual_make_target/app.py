from pathlib import Path

from anthropic import Anthropic
from flask import Flask, request

app = Flask(__name__)
client = Anthropic(timeout=30)
PROMPT = Path("prompts/answer.txt").read_text()


@app.post("/answer")
def answer() -> str:
    messages = [{"role": "user", "content": request.form["question"]}]
    return client.messages.create(model="claude-opus-4-8", max_tokens=300, system=PROMPT, messages=messages).content[0].text
