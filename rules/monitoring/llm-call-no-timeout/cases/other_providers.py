"""What the defaults of smaller SDKs do: some wait for ever, some bring a limit of their own."""

import os

import boto3
import cohere
import ollama
from botocore.config import Config
from groq import Groq
from mistralai import Mistral

mistral = Mistral(api_key=os.environ["MISTRAL_API_KEY"])  # ruleid: llm-call-no-timeout
mistral_limited = Mistral(api_key=os.environ["MISTRAL_API_KEY"], timeout_ms=30_000)  # ok: llm-call-no-timeout
llama = ollama.Client(host="http://llama.internal.example.com:11434")  # ruleid: llm-call-no-timeout
llama_limited = ollama.Client(host="http://llama.internal.example.com:11434", timeout=90)  # ok: llm-call-no-timeout
co = cohere.ClientV2()  # ok: llm-call-no-timeout
groq = Groq()  # ok: llm-call-no-timeout
bedrock = boto3.client("bedrock-runtime", region_name="eu-central-1")  # ok: llm-call-no-timeout
# ruleid: llm-call-no-timeout
bedrock_batch = boto3.client("bedrock-runtime", config=Config(read_timeout=3600, retries={"max_attempts": 2}))


def opinions(question: str) -> list[str]:
    messages = [{"role": "user", "content": question}]
    return [
        mistral.chat.complete(model="mistral-large-2512", messages=messages).choices[0].message.content,
        mistral_limited.chat.complete(model="mistral-large-2512", messages=messages).choices[0].message.content,
        llama.chat(model="llama3.1:8b", messages=messages).message.content,
        llama_limited.chat(model="llama3.1:8b", messages=messages).message.content,
        co.chat(model="command-a-03-2025", messages=messages).message.content[0].text,
        groq.chat.completions.create(model="openai/gpt-oss-120b", messages=messages).choices[0].message.content,
    ]


def on_bedrock(question: str) -> str:
    messages = [{"role": "user", "content": [{"text": question}]}]
    reply = bedrock.converse(modelId="anthropic.claude-opus-4-8-v1:0", messages=messages)
    return reply["output"]["message"]["content"][0]["text"]


def on_bedrock_overnight(question: str) -> str:
    messages = [{"role": "user", "content": [{"text": question}]}]
    reply = bedrock_batch.converse(modelId="anthropic.claude-opus-4-8-v1:0", messages=messages)
    return reply["output"]["message"]["content"][0]["text"]


def quick_local(prompt: str) -> str:
    return ollama.generate(model="llama3.1:8b", prompt=prompt).response  # ruleid: llm-call-no-timeout
