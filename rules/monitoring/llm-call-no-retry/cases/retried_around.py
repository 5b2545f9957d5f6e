"""Single-attempt clients with retries around them: decorator, loop, runnable, transport."""

import random
import time

import backoff
import ollama
import requests
from google import genai
from google.genai import errors
from langchain_ollama import ChatOllama
from requests.adapters import HTTPAdapter
from tenacity import Retrying, retry, stop_after_attempt, wait_random_exponential
from urllib3.util import Retry

URL = "http://vllm.internal.example.com:8000/v1/chat/completions"

decorated = genai.Client()  # ok: llm-call-no-retry
looped = genai.Client()  # ok: llm-call-no-retry
backed_off = ollama.Client(timeout=60)  # ok: llm-call-no-retry
in_block = ollama.Client(timeout=60)  # ok: llm-call-no-retry
llama = ChatOllama(model="llama3.1:8b", client_kwargs={"timeout": 60}).with_retry(stop_after_attempt=3)  # ok: llm-call-no-retry

session = requests.Session()
session.mount("http://", HTTPAdapter(max_retries=Retry(total=3, backoff_factor=1, status_forcelist=[429, 503], allowed_methods=None)))


@retry(stop=stop_after_attempt(4), wait=wait_random_exponential(max=30), reraise=True)
def ask(question: str) -> str:
    return decorated.models.generate_content(model="gemini-2.5-flash-lite", contents=question).text


def ask_in_loop(question: str, attempts: int = 3) -> str:
    for attempt in range(attempts):
        try:
            return looped.models.generate_content(model="gemini-2.5-flash-lite", contents=question).text
        except errors.ServerError:
            if attempt == attempts - 1:
                raise
            time.sleep(2**attempt + random.random())
    raise AssertionError("unreachable")


@backoff.on_exception(backoff.expo, ollama.ResponseError, max_tries=4)
def ask_llama(question: str) -> str:
    return backed_off.generate(model="llama3.1:8b", prompt=question).response


def ask_in_block(question: str) -> str:
    for attempt in Retrying(stop=stop_after_attempt(3), wait=wait_random_exponential(max=10)):
        with attempt:
            reply = in_block.generate(model="llama3.1:8b", prompt=question)
    return reply.response


def ask_vllm(question: str) -> str:
    body = {"model": "mistral-7b", "messages": [{"role": "user", "content": question}]}
    return session.post(URL, json=body, timeout=60).json()["choices"][0]["message"]["content"]  # ok: llm-call-no-retry


def ask_chain(question: str) -> str:
    return llama.invoke(question).content
