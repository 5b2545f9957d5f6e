import ollama

from library.prompts import with_marked_passages, with_passages
from library.search import find


def answer(question: str) -> str:
    prompt = with_passages(question, find(question))
    return ollama.generate(model="llama3.2", prompt=prompt)["response"]


def answer_with_marks(question: str) -> str:
    prompt = with_marked_passages(question, find(question))
    return ollama.generate(model="llama3.2", prompt=prompt)["response"]
