"""Keys written into the code. All of them were made up for this file."""

import os

import litellm
import openai
import requests
from anthropic import Anthropic
from groq import Groq
from langchain_openai import ChatOpenAI
from mistralai import Mistral
from openai import AzureOpenAI, OpenAI

openai.api_key = "sk-qTSgQpFjZ46UGS7PNKyLtBT1pnnwukA1gMAkX0dN8JcyuU"  # ruleid: hardcoded-llm-api-key
os.environ["OPENAI_API_KEY"] = "sk-proj-0lR8acRYSi4MDF8kWCBX1KpeZUaLJ4d8jOCs4bWYTI6wLqee"  # ruleid: hardcoded-llm-api-key
os.environ.setdefault("XAI_API_KEY", "xai-QdGLtPTT1VWe558UtmSOv6McDFwszX8wZJosFxTRaB9NlBfvWxrryPsatlISqHRN8KkAcNFcVLD1KC")  # ruleid: hardcoded-llm-api-key

client = OpenAI(api_key="sk-proj-Hq1PkCJVuoYqLRqrxZKiGvbtcj7bsHXDYzEzVMGPBnu3mY2l", timeout=30)  # ruleid: hardcoded-llm-api-key
claude = Anthropic(api_key="sk-ant-api03-hm12FPzmV4eAk5M7ByFgDcEW7AKW3gc3FnJxFkQjVDZRucq2zyw8GOuLfafi1JrpRWBJG9encC4davDs")  # ruleid: hardcoded-llm-api-key
groq = Groq(api_key="gsk_REymZzoU8nDX7rnx5xrbw0aRFvKyQQbV4iOmSpnXJzjdO9KnUc")  # ruleid: hardcoded-llm-api-key
mistral = Mistral(api_key="OwcOBExM3tnY4WftHKrmUeUKjuZSibyT", timeout_ms=30_000)  # ruleid: hardcoded-llm-api-key
azure = AzureOpenAI(api_key="7d1e1948cd75045e5aba6971efaaf4af", azure_endpoint="https://chat.openai.azure.com", api_version="2024-10-21")  # ruleid: hardcoded-llm-api-key
FALLBACK_KEY = "sk-proj-0lR8acRYSi4MDF8kWCBX1KpeZUaLJ4d8jOCs4bWYTI6wLqee"  # ruleid: hardcoded-llm-api-key
llm = ChatOpenAI(model="gpt-4.1-2025-04-14", api_key=FALLBACK_KEY, timeout=30)


def ask(question: str) -> str:
    messages = [{"role": "user", "content": question}]
    headers = {"Authorization": "Bearer sk-proj-Hq1PkCJVuoYqLRqrxZKiGvbtcj7bsHXDYzEzVMGPBnu3mY2l"}  # ruleid: hardcoded-llm-api-key
    body = {"model": "gpt-4.1-2025-04-14", "messages": messages}
    reply = requests.post("https://api.openai.com/v1/chat/completions", headers=headers, json=body, timeout=30)
    return reply.json()["choices"][0]["message"]["content"]


def ask_router(question: str) -> str:
    messages = [{"role": "user", "content": question}]
    reply = litellm.completion(model="mistral/mistral-large-2512", messages=messages, api_key="OwcOBExM3tnY4WftHKrmUeUKjuZSibyT")  # ruleid: hardcoded-llm-api-key
    return reply.choices[0].message.content
