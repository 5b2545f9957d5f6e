import time

from fastapi import FastAPI
from openai import OpenAI

app = FastAPI()
client = OpenAI(timeout=30)


@app.post("/chat")
def chat(question: str) -> str:
    started = time.perf_counter()
    reply = client.responses.create(model="gpt-4.1-2025-04-14", input=question)
    print(f"took {time.perf_counter() - started:.1f} s")
    return reply.output_text
