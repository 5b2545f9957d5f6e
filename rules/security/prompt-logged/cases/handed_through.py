"""A prompt put together, a question and an answer: what may be logged of them and what may not."""

import hashlib
import logging

from fastapi import FastAPI
from openai import OpenAI
from pydantic import BaseModel

app = FastAPI()
logger = logging.getLogger(__name__)
client = OpenAI(timeout=30)
MODEL = "gpt-4.1-2025-04-14"
SYSTEM = "You answer questions about parcels in one sentence."


class Question(BaseModel):
    text: str
    customer: str
    language: str = "en"


def build_prompt(question: str, documents: list[str]) -> str:
    context = "\n".join(documents)
    return f"Context:\n{context}\n\nQuestion: {question}"


def search(question: str) -> list[str]:
    return [question.upper()]


@app.post("/ask")
def ask(question: Question) -> dict[str, str]:
    logger.info("asked: %s", question.text)  # ruleid: prompt-logged
    logger.info("asked by %s in %s", question.customer, question.language)  # ok: prompt-logged
    documents = search(question.text)
    prompt = build_prompt(question.text, documents)
    logger.info(f"Final prompt: {prompt}")  # ruleid: prompt-logged
    logger.info("prompt of %d characters, %d documents", len(prompt), len(documents))  # ok: prompt-logged
    logger.info("prompt %s", hashlib.sha256(prompt.encode()).hexdigest())  # ok: prompt-logged
    logger.debug("prompt: %s", prompt)  # ok: prompt-logged
    messages = [{"role": "system", "content": SYSTEM}, {"role": "user", "content": prompt}]
    logger.warning("messages %s", messages)  # ruleid: prompt-logged
    reply = client.chat.completions.create(model=MODEL, messages=messages)
    answer = reply.choices[0].message.content
    logger.info("answered", extra={"answer": answer})  # ruleid: prompt-logged
    logger.info("answered", extra={"tokens": reply.usage.total_tokens, "model": reply.model, "why": reply.choices[0].finish_reason})  # ok: prompt-logged
    logger.info("begins with %s", answer[:20])  # ok: prompt-logged
    print(answer)  # ruleid: prompt-logged
    return {"answer": answer}
