from fastapi import FastAPI
from langfuse.openai import OpenAI

app = FastAPI()
client = OpenAI(timeout=30)


@app.post("/answer")
def answer(question: str) -> str:
    messages = [{"role": "user", "content": question}]
    return client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, max_tokens=500).choices[0].message.content
