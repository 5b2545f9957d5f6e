"""Texts whose author meant an f-string, and texts with braces that are meant."""

import anthropic
from crewai import Agent
from openai import OpenAI

client = OpenAI()
claude = anthropic.Anthropic()


def summarised(document: str) -> str:
    prompt = "Summarise this for a manager: {document}"  # ruleid: prompt-template-variable-mismatch
    reply = client.responses.create(model="gpt-4.1-2025-04-14", input=prompt)
    return reply.output_text


def in_part(product: str, question: str) -> str:
    messages = [
        {"role": "system", "content": f"You support users of {product}."},
        {"role": "user", "content": "Product: {product}\nQuestion: " + question},  # todoruleid: prompt-template-variable-mismatch
    ]
    return client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages).choices[0].message.content


def instructed(persona: str, question: str) -> str:
    reply = claude.messages.create(
        model="claude-sonnet-4-5-20250929",
        max_tokens=400,
        system="You are {persona}. Stay in that role.",  # ruleid: prompt-template-variable-mismatch
        messages=[{"role": "user", "content": question}],
    )
    return reply.content[0].text


def marked(document: str) -> str:
    prompt = f"Summarise this for a manager: {document}"  # ok: prompt-template-variable-mismatch
    return client.responses.create(model="gpt-4.1-2025-04-14", input=prompt).output_text


def filled_in(document: str, language: str) -> str:
    prompt = "Translate into {language}: {document}"  # ok: prompt-template-variable-mismatch
    prompt = prompt.format(language=language, document=document)
    return client.responses.create(model="gpt-4.1-2025-04-14", input=prompt).output_text


def replaced(document: str) -> str:
    prompt = "Summarise: {document}"  # ok: prompt-template-variable-mismatch
    return client.responses.create(model="gpt-4.1-2025-04-14", input=prompt.replace("{document}", document)).output_text


def shown(question: str) -> str:
    prompt = "Reply as {answer: string, sources: [url]}. Name the city as {city}."  # ok: prompt-template-variable-mismatch
    answer = client.responses.create(model="gpt-4.1-2025-04-14", instructions=prompt, input=question).output_text
    city = answer.strip()
    return city


def crew(topic: str) -> Agent:
    return Agent(role="Researcher", goal="Find news about {topic}", backstory="You read a lot.")  # ok: prompt-template-variable-mismatch
