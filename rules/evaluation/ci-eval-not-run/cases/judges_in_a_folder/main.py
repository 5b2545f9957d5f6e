import importlib
import os

from evaluation import Evaluator
from fastapi import FastAPI
from openai import OpenAI

app = FastAPI()
client = OpenAI(timeout=30)


def evaluator() -> Evaluator:
    module, name = os.environ["EVALUATOR"].split(":")
    return getattr(importlib.import_module(module), name)()


@app.post("/draft")
def draft(task: str) -> str:
    messages = [{"role": "user", "content": task}]
    drafts = [client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, max_tokens=800).choices[0].message.content for _ in range(3)]
    return max(drafts, key=lambda text: evaluator().score(task, text))
