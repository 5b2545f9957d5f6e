"""Imports that may fail, and objects of removed classes, which are told where the class is imported."""

from anthropic import Anthropic
from langchain.chat_models import ChatOpenAI  # ruleid: deprecated-llm-sdk

try:
    import google.generativeai as genai  # ok: deprecated-llm-sdk
except ModuleNotFoundError:
    genai = None

llm = ChatOpenAI(temperature=0)
claude = Anthropic(timeout=30)


def answer(question: str) -> str:
    return llm.predict(question)  # ok: deprecated-llm-sdk


def complete(prompt: str) -> str:
    return claude.completions.create(model="claude-2", prompt=prompt, max_tokens_to_sample=300).completion  # ruleid: deprecated-llm-sdk


def connect() -> object:
    try:
        from langchain.vectorstores import FAISS  # ruleid: deprecated-llm-sdk

        return FAISS.load_local("index", None)
    except Exception as error:
        return str(error)
