"""A loop that goes round once for each thing that a person types, by way of a library and two functions."""

import os

from openai import OpenAI
from prompt_toolkit import prompt

client = OpenAI(timeout=30)
MODEL = os.environ["CHAT_MODEL"]


def asked(text):
    answer = client.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": text}], max_tokens=500)
    return answer.choices[0].message.content


def chosen():
    while True:
        word = prompt("> ")
        if word in {"discuss", "continue"}:
            return word
        print("discuss or continue?")


def step():
    word = chosen()
    if word == "discuss":
        return asked(prompt("what about? "))
    return word


def session():
    while True:  # ok: agent-loop-unbounded
        if step() == "continue":
            break
