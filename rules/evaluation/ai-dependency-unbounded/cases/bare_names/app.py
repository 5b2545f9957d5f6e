from flask import Flask, request
from openai import OpenAI

app = Flask(__name__)
client = OpenAI(timeout=30)


@app.post("/answer")
def answer() -> str:
    return client.responses.create(model="gpt-4.1-2025-04-14", input=request.json["question"]).output_text
