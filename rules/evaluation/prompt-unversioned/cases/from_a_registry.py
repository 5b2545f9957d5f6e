"""Prompts from a registry; one keeps a copy for the day on which the registry is down."""

from langfuse import get_client
from langsmith import Client
from openai import OpenAI

langfuse = get_client()
hub = Client()
client = OpenAI(timeout=30)

# ok: prompt-unversioned
FALLBACK = """You are the support assistant of a bank.
Answer from the terms below only.
Refuse questions about other customers.
Close with the number of the clause you used."""


def answer(question: str) -> str:
    prompt = langfuse.get_prompt("support", label="production", fallback=FALLBACK)
    messages = [{"role": "system", "content": prompt.compile()}, {"role": "user", "content": question}]
    reply = client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages)
    return reply.choices[0].message.content


def plan(wishes: str) -> str:
    prompt = hub.pull_prompt("travel/day-trip:9c1e4f0a")
    instructions = prompt.format(wishes=wishes)  # ok: prompt-unversioned
    return client.responses.create(model="gpt-4.1-2025-04-14", input=instructions).output_text
