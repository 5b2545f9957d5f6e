"""A help desk in Flask."""

from anthropic import Anthropic
from flask import Flask, abort, jsonify, request

app = Flask(__name__)
claude = Anthropic(timeout=30)


def reply_to(text: str) -> str:
    reply = claude.messages.create(model="claude-opus-4-8", max_tokens=300, messages=[{"role": "user", "content": text}])
    return reply.content[0].text


@app.post("/ask")
def ask():
    question = request.json["question"]  # ruleid: user-input-length-unbounded
    return jsonify(answer=reply_to(question))


@app.post("/ask/checked")
def ask_checked():
    question = request.form["question"]  # ok: user-input-length-unbounded
    if not question or len(question) > 2000:
        abort(400)
    return jsonify(answer=reply_to(question))


@app.post("/ask/shortened")
def ask_shortened():
    question = request.get_json()["question"]  # ok: user-input-length-unbounded
    return jsonify(answer=reply_to(question[:2000]))


@app.post("/ask/last")
def ask_about_last():
    question = request.values["question"]  # ruleid: user-input-length-unbounded
    return jsonify(answer=reply_to(question[1:]))
