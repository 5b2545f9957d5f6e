from fastapi import FastAPI
from openai import OpenAI

app = FastAPI()
client = OpenAI(timeout=30)


@app.get("/answer")
def answer(question: str) -> str:
    return client.responses.create(model="gpt-4.1-2025-04-14", input=question).output_text
