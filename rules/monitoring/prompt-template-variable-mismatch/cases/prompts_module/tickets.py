from openai import OpenAI

from prompts import EXTRACT, GREETING, SUMMARY

client = OpenAI()


def ask(prompt: str) -> str:
    return client.responses.create(model="gpt-4.1-2025-04-14", input=prompt).output_text


def summary(ticket: str, language: str) -> str:
    # ok: prompt-template-variable-mismatch
    return ask(SUMMARY.format(ticket=ticket, language=language))


def summary_without_language(ticket: str) -> str:
    # ruleid: prompt-template-variable-mismatch
    return ask(SUMMARY.format(ticket=ticket))


def order(text: str) -> str:
    # ruleid: prompt-template-variable-mismatch
    return ask(EXTRACT.format(text=text))


def greeting(customer: str, history: str) -> str:
    # ruleid: prompt-template-variable-mismatch
    return ask(GREETING.format(customer=customer, history=history))
