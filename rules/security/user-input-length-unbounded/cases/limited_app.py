"""An application that takes no large requests at all."""

from flask import Flask, jsonify, request
from openai import OpenAI

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 16 * 1024
client = OpenAI(timeout=30)


@app.post("/ask")
def ask():
    question = request.json["question"]  # ok: user-input-length-unbounded
    reply = client.responses.create(model="gpt-4.1-mini", input=question, max_output_tokens=300)
    return jsonify(answer=reply.output_text)
