import logging

from fastapi import FastAPI
from openai import OpenAI

app = FastAPI()
log = logging.getLogger("langfuse")
client = OpenAI(timeout=30)


@app.post("/answer")
def answer(question: str) -> str:
    log.info("asked")
    reply = client.responses.create(model="gpt-4.1-2025-04-14", input=question)
    return reply.output_text
