"""Handlers that turn a failed call into something that looks like an answer."""

import logging

from anthropic import Anthropic
from fastapi import FastAPI
from langchain_openai import ChatOpenAI
from openai import OpenAI

log = logging.getLogger(__name__)
app = FastAPI()
client = OpenAI(timeout=30)
claude = Anthropic(timeout=30)
llm = ChatOpenAI(model="gpt-4.1-2025-04-14", temperature=0, timeout=30)
MODEL = "gpt-4.1-2025-04-14"


@app.post("/summary")
def summary(text: str) -> str:
    try:
        return client.responses.create(model=MODEL, input=text).output_text
    except Exception:  # ruleid: llm-error-swallowed
        return ""


@app.post("/answer")
def answer(question: str) -> dict[str, str]:
    try:
        return {"answer": llm.invoke(question).content}
    except Exception as error:  # ruleid: llm-error-swallowed
        return {"answer": str(error)}


@app.post("/chat")
def chat(text: str) -> str:
    try:
        messages = [{"role": "user", "content": text}]
        reply = claude.messages.create(model="claude-opus-4-8", max_tokens=500, messages=messages)
        return reply.content[0].text
    except:  # ruleid: llm-error-swallowed
        return "Sorry, I am having trouble right now. Please try again later."


def title(conversation: list[dict[str, str]]) -> str:
    try:
        return client.chat.completions.create(model=MODEL, messages=conversation, max_tokens=20).choices[0].message.content
    except Exception:  # ruleid: llm-error-swallowed
        return conversation[-1]["content"]


def tags(text: str) -> list[str]:
    result: list[str] = []
    try:
        result = llm.invoke(f"Tags, comma separated: {text}").content.split(",")
    except Exception as error:  # ruleid: llm-error-swallowed
        print("tagging failed:", error)
    return result


def describe(text: str) -> str | None:
    try:
        return client.responses.create(model=MODEL, input=text).output_text
    except Exception as error:  # ruleid: llm-error-swallowed
        log.error(f"describing failed: {error}")


def stream(text: str):
    try:
        for event in client.responses.create(model=MODEL, input=text, stream=True):
            if event.type == "response.output_text.delta":
                yield event.delta
    except Exception:  # ruleid: llm-error-swallowed
        yield "[DONE]"
