from fastapi import FastAPI
from openai import OpenAI

app = FastAPI()
client = OpenAI(timeout=30)


@app.post("/chat")
def chat(question: str) -> str:
    reply = client.responses.create(model="gpt-4.1-2025-04-14", input=question)
    return reply.output_text
