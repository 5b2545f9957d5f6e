from fastapi import FastAPI
from langfuse.openai import OpenAI

app = FastAPI()
client = OpenAI(timeout=30)


@app.post("/chat")
def chat(question: str) -> str:
    return client.responses.create(model="gpt-4.1-2025-04-14", input=question).output_text
