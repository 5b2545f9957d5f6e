"""Support answers over the OpenAI SDK."""

import os

import httpx
from openai import AzureOpenAI, OpenAI

MODEL = "gpt-4.1-2025-04-14"

client = OpenAI()  # ruleid: llm-call-no-timeout
patient = OpenAI(timeout=None)  # ruleid: llm-call-no-timeout
slow = OpenAI(timeout=900, max_retries=1)  # ruleid: llm-call-no-timeout
# ruleid: llm-call-no-timeout
behind_proxy = OpenAI(http_client=httpx.Client(proxy="http://proxy.example.com:3128"))
azure = AzureOpenAI(  # ruleid: llm-call-no-timeout
    azure_endpoint="https://support.openai.azure.com",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
    api_version="2024-10-21",
)

quick = OpenAI(timeout=30)  # ok: llm-call-no-timeout
tuned = OpenAI(timeout=httpx.Timeout(60.0, connect=5.0))  # ok: llm-call-no-timeout
pooled = OpenAI(http_client=httpx.Client(timeout=20))  # ok: llm-call-no-timeout
from_env = OpenAI(timeout=float(os.getenv("LLM_TIMEOUT", "45")))  # ok: llm-call-no-timeout


def answer(question: str) -> str:
    reply = client.responses.create(model=MODEL, input=question)
    return reply.output_text


def title(text: str) -> str:
    reply = client.chat.completions.create(model=MODEL, messages=[{"role": "user", "content": text}], max_tokens=16)
    return reply.choices[0].message.content or "Untitled"


def everything(question: str) -> list[str]:
    clients = (patient, slow, behind_proxy, quick, tuned, pooled, from_env)
    return [one.responses.create(model=MODEL, input=question).output_text for one in clients]


def translate(text: str) -> str:
    messages = [{"role": "system", "content": "Translate to English."}, {"role": "user", "content": text}]
    return azure.chat.completions.create(model="support-gpt", messages=messages).choices[0].message.content


def slow_answer(question: str) -> str:
    return slow.responses.create(model=MODEL, input=question).output_text


def patient_answer(question: str) -> str:
    return patient.responses.create(model=MODEL, input=question).output_text


def proxied_answer(question: str) -> str:
    return behind_proxy.responses.create(model=MODEL, input=question).output_text
