"""Free text of models, parsed with whatever was at hand."""

import ast
import json
import re

import yaml
from anthropic import Anthropic
from google import genai
from langchain_openai import ChatOpenAI
from openai import OpenAI

client = OpenAI(timeout=30)
claude = Anthropic(timeout=30)
gemini = genai.Client()
llm = ChatOpenAI(model="gpt-4.1-2025-04-14", temperature=0, timeout=30)
MODEL = "gpt-4.1-2025-04-14"


def invoice(text: str) -> dict:
    messages = [{"role": "system", "content": "Reply with JSON: seller, total."}, {"role": "user", "content": text}]
    reply = client.chat.completions.create(model=MODEL, messages=messages)
    return json.loads(reply.choices[0].message.content)  # ruleid: output-parsed-without-schema


def contact(text: str) -> dict:
    reply = claude.messages.create(model="claude-opus-4-8", max_tokens=300, messages=[{"role": "user", "content": f"As JSON: {text}"}])
    body = reply.content[0].text.strip().removeprefix("```json").removesuffix("```")
    return json.loads(body)  # ruleid: output-parsed-without-schema


def recipe(text: str) -> str:
    answer = gemini.models.generate_content(model="gemini-2.5-flash-lite", contents=f"As JSON: {text}").text
    found = re.search(r"\{.*\}", answer, re.DOTALL)  # ruleid: output-parsed-without-schema
    return found.group() if found else "{}"


def code(task: str) -> str:
    answer = llm.invoke(f"Write Python: {task}").content
    return answer.split("```")[1].removeprefix("python\n")  # ruleid: output-parsed-without-schema


def options(question: str) -> list[str]:
    answer = llm.invoke(f"A Python list of options: {question}").content
    return ast.literal_eval(answer)  # ruleid: output-parsed-without-schema


def plan(goal: str) -> list[dict]:
    answer = client.responses.create(model=MODEL, input=f"A plan in YAML: {goal}").output_text
    return yaml.safe_load(answer)  # ruleid: output-parsed-without-schema


def shown(question: str) -> str:
    answer = client.responses.create(model=MODEL, input=question).output_text
    return answer.strip().replace("\n\n", "<br>")  # ok: output-parsed-without-schema
