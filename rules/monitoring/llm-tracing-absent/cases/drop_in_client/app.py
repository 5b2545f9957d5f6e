from flask import Flask, request
from langfuse.openai import OpenAI

app = Flask(__name__)
client = OpenAI(timeout=30)


@app.post("/summary")
def summary() -> str:
    return client.responses.create(model="gpt-4.1-2025-04-14", input=request.form["text"]).output_text
