"""Caps set on a configuration object, in the extra body, or not at all because vectors are asked for."""

import json

import boto3
from google import genai
from google.genai import types
from openai import OpenAI

gemini = genai.Client()
vllm = OpenAI(base_url="http://vllm:8000/v1", api_key="EMPTY", timeout=30)
bedrock = boto3.client("bedrock-runtime")


def configured(text: str) -> str:
    config = types.GenerateContentConfig(temperature=0)
    config.max_output_tokens = 300
    return gemini.models.generate_content(model="gemini-2.5-flash-lite", contents=text, config=config).text  # ok: no-max-output-tokens


def bare(text: str) -> str:
    config = types.GenerateContentConfig(temperature=0)
    config.system_instruction = "Answer in one sentence."
    return gemini.models.generate_content(model="gemini-2.5-flash-lite", contents=text, config=config).text  # ruleid: no-max-output-tokens


def extra(text: str) -> str:
    messages = [{"role": "user", "content": text}]
    reply = vllm.chat.completions.create(model="qwen", messages=messages, extra_body={"max_tokens": 200, "top_k": 20})  # ok: no-max-output-tokens
    return reply.choices[0].message.content


def vector(text: str) -> list[float]:
    body = json.dumps({"texts": [text], "input_type": "search_query"})
    reply = bedrock.invoke_model(modelId="cohere.embed-multilingual-v3", body=body)  # ok: no-max-output-tokens
    return json.loads(reply["body"].read())["embeddings"][0]


def told(text: str) -> str:
    body = json.dumps({"anthropic_version": "bedrock-2023-05-31", "max_tokens": 300, "messages": [{"role": "user", "content": text}]})
    reply = bedrock.invoke_model(modelId="anthropic.claude-haiku-4-5-20251001-v1:0", body=body)  # ok: no-max-output-tokens
    return json.loads(reply["body"].read())["content"][0]["text"]
