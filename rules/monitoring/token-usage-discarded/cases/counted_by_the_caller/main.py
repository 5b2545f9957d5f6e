from flask import Flask, request

from src.llm import LLM

app = Flask(__name__)
llm = LLM("openai", "gpt-4.1-2025-04-14")


@app.post("/plan")
def plan() -> str:
    return llm.inference(request.json["goal"], request.json["project"])
