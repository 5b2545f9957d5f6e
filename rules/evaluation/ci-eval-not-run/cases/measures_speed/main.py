from fastapi import FastAPI
from openai import OpenAI

app = FastAPI()
client = OpenAI(timeout=30)


@app.post("/draft")
def draft(task: str) -> str:
    messages = [{"role": "user", "content": task}]
    return client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, max_tokens=800).choices[0].message.content
