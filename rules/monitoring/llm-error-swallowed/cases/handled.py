"""Failures that are logged with their traceback, counted, raised, shown or answered with an error status."""

import logging
import sys

import streamlit as st
from anthropic import Anthropic, APIStatusError
from fastapi import FastAPI, HTTPException
from flask import jsonify
from openai import APIConnectionError, OpenAI, RateLimitError
from prometheus_client import Counter

log = logging.getLogger(__name__)
failures = Counter("llm_failures_total", "Failed model calls", ["feature"])
app = FastAPI()
client = OpenAI(timeout=30)
claude = Anthropic(timeout=30)
MODEL = "gpt-4.1-2025-04-14"


def call(text: str) -> str:
    return client.responses.create(model=MODEL, input=text).output_text


@app.post("/answer")
def answer(text: str) -> str:
    try:
        return client.responses.create(model=MODEL, input=text).output_text
    except Exception as error:  # ok: llm-error-swallowed
        raise HTTPException(502, "the model did not answer") from error


@app.post("/summary")
def summary(text: str) -> str | None:
    try:
        return client.responses.create(model=MODEL, input=text).output_text
    except Exception:  # ok: llm-error-swallowed
        log.exception("summary failed")
        return None


def draft(text: str) -> str:
    try:
        return client.responses.create(model=MODEL, input=text).output_text
    except Exception:  # ok: llm-error-swallowed
        log.warning("primary model failed, falling back", exc_info=True)
        messages = [{"role": "user", "content": text}]
        return claude.messages.create(model="claude-opus-4-8", max_tokens=500, messages=messages).content[0].text


def title(text: str) -> str:
    try:
        return call(f"Title for: {text}")
    except (RateLimitError, APIConnectionError):  # ok: llm-error-swallowed
        return text[:40]


def outline(text: str) -> dict[str, str]:
    messages = [{"role": "user", "content": text}]
    try:
        return {"text": claude.messages.create(model="claude-opus-4-8", max_tokens=500, messages=messages).content[0].text}
    except APIStatusError as error:  # ok: llm-error-swallowed
        return {"error": error.message}


def teaser(text: str):
    try:
        return jsonify(teaser=call(text))
    except Exception as error:  # ok: llm-error-swallowed
        return jsonify(error=type(error).__name__), 503


def keywords(text: str) -> list[str]:
    try:
        return call(text).split()
    except Exception:  # ok: llm-error-swallowed
        failures.labels("keywords").inc()
        return []


def page(question: str) -> None:
    try:
        st.write(client.responses.create(model=MODEL, input=question).output_text)
    except Exception as error:  # ok: llm-error-swallowed
        st.error(f"The model did not answer: {error}")


def main() -> None:
    try:
        print(client.responses.create(model=MODEL, input=" ".join(sys.argv[1:])).output_text)
    except Exception as error:  # ok: llm-error-swallowed
        sys.exit(f"failed: {error}")


if __name__ == "__main__":
    main()
