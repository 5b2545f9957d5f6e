"""Chats with and without instructions."""

import anthropic
from cohere import ClientV2
from google import genai
from google.genai import types
from langchain_core.messages import HumanMessage, SystemMessage
from langchain_openai import ChatOpenAI
from openai import OpenAI

client = OpenAI(timeout=30)
claude = anthropic.Anthropic(timeout=30)
co = ClientV2()
gemini = genai.Client()
llm = ChatOpenAI(model="gpt-4.1-2025-04-14", timeout=30)
MODEL = "gpt-4.1-2025-04-14"
RULES = "Answer questions about train journeys only. Name your source."


def bare(question: str) -> list[str]:
    first = client.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": question}])  # ruleid: no-system-instruction
    # ruleid: no-system-instruction
    second = claude.messages.create(model="claude-opus-4-8", max_tokens=300, messages=[{"role": "user", "content": question}])
    third = co.chat(model="command-a-03-2025", messages=[{"role": "user", "content": question}])  # ruleid: no-system-instruction
    return [str(reply) for reply in (first, second, third)]


def follow_up(question: str, answer: str, again: str) -> str:
    reply = client.chat.completions.create(  # ruleid: no-system-instruction
        model=MODEL,
        messages=[
            {"role": "user", "content": question},
            {"role": "assistant", "content": answer},
            {"role": "user", "content": again},
        ],
    )
    return reply.choices[0].message.content


def instructed(question: str) -> list[str]:
    user = {"role": "user", "content": question}
    config = types.GenerateContentConfig(system_instruction=RULES)
    first = client.chat.completions.create(model=MODEL, messages=[{"role": "system", "content": RULES}, {"role": "user", "content": question}])  # ok: no-system-instruction
    second = client.chat.completions.create(model=MODEL, messages=[{"role": "developer", "content": RULES}, user])  # ok: no-system-instruction
    third = claude.messages.create(model="claude-opus-4-8", max_tokens=300, system=RULES, messages=[{"role": "user", "content": question}])  # ok: no-system-instruction
    fourth = client.responses.create(model=MODEL, instructions=RULES, input=[{"role": "user", "content": question}])  # ok: no-system-instruction
    fifth = gemini.models.generate_content(model="gemini-2.5-flash-lite", contents=question, config=config)  # ok: no-system-instruction
    sixth = llm.invoke([SystemMessage(content=RULES), HumanMessage(content=question)])  # ok: no-system-instruction
    return [str(reply) for reply in (first, second, third, fourth, fifth, sixth)]


def unknown(question: str, history: list[dict], preamble: dict) -> list[str]:
    first = client.chat.completions.create(model=MODEL, messages=history)  # ok: no-system-instruction
    second = client.chat.completions.create(model=MODEL, messages=[*history, {"role": "user", "content": question}])  # ok: no-system-instruction
    third = client.chat.completions.create(model=MODEL, messages=[preamble, {"role": "user", "content": question}])  # ok: no-system-instruction
    return [str(reply) for reply in (first, second, third)]
