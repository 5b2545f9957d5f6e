from fastapi import FastAPI
from openai import OpenAI

app = FastAPI()
client = OpenAI(base_url="https://openrouter.ai/api/v1", timeout=30)


@app.post("/answer")
def answer(question: str) -> str:
    reply = client.chat.completions.create(model="openai/gpt-4.1", messages=[{"role": "user", "content": question}])
    return reply.choices[0].message.content
