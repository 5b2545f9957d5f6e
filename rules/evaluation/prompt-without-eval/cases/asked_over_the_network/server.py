from fastapi import FastAPI
from openai import OpenAI

app = FastAPI()
client = OpenAI(timeout=20)
GUIDE = """You guide visitors through a museum.
Mention only rooms that are open.
Keep to three sentences."""


@app.post("/ask")
def ask(question: str) -> str:
    messages = [{"role": "system", "content": GUIDE}, {"role": "user", "content": question}]
    return client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages).choices[0].message.content
