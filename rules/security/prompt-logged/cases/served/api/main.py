"""A route; what its helpers print goes to the server's output."""

from flask import Flask, request

from api.answers import answer

app = Flask(__name__)


@app.post("/chat")
def chat() -> dict[str, str]:
    body = request.get_json()
    print("request from", body["user"])  # ok: prompt-logged
    return {"answer": answer(body["question"])}
