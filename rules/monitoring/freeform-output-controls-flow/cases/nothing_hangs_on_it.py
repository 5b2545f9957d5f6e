import json
import os

import streamlit as st
from openai import OpenAI

client = OpenAI()
MODEL = os.environ["CHAT_MODEL"]


def ask(text):
    try:
        said = client.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": text}])
    except ConnectionError:
        return "UNAVAILABLE"
    return said.choices[0].message.content


def tidied(text):
    answer = ask(text)
    if answer.startswith("Answer:"):  # ok: freeform-output-controls-flow
        answer = answer.removeprefix("Answer:")
    if answer.startswith("```json"):  # ok: freeform-output-controls-flow
        answer = answer[7:-3]
    return answer


def shown(text):
    answer = ask(text)
    if "disclaimer" in answer.lower():  # ok: freeform-output-controls-flow
        st.warning("The answer has a disclaimer.")
    return answer


def or_else(text, cache):
    answer = ask(text)
    if answer == "UNAVAILABLE":  # ok: freeform-output-controls-flow
        return cache[text]
    return answer


def chat():
    while True:
        answer = ask(input("> "))
        print(answer)
        if "Goodbye" in answer:  # ok: freeform-output-controls-flow
            break


def nothing_said(text):
    answer = ask(text)
    if not answer or answer.strip() == "":  # ok: freeform-output-controls-flow
        raise ValueError(text)
    return answer


def field_of_parsed(text, shop):
    plan = json.loads(ask(text))
    if plan["action"] == "refund":  # ok: freeform-output-controls-flow
        shop.refund(text)
    if "comment" in plan:  # ok: freeform-output-controls-flow
        shop.note(plan["comment"])


def of_the_person(text, shop):
    if "refund" in text.lower():  # ok: freeform-output-controls-flow
        shop.refund(text)
    return ask(text)


def how_long(text):
    answer = ask(text)
    return ask(f"Shorter: {answer}") if len(answer) > 500 else answer  # ok: freeform-output-controls-flow
