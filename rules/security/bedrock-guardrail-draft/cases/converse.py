import os

import boto3
from langchain_aws import ChatBedrockConverse

ENVIRONMENT = os.environ["ENVIRONMENT"]
VERSION = "DRAFT"  # ruleid: bedrock-guardrail-draft
client = boto3.client("bedrock-runtime")


def answer(text: str) -> str:
    reply = client.converse(
        modelId="anthropic.claude-sonnet-4-5-20250929-v1:0",
        messages=[{"role": "user", "content": [{"text": text}]}],
        guardrailConfig={"guardrailIdentifier": "gr-shop", "guardrailVersion": "DRAFT"},  # ruleid: bedrock-guardrail-draft
    )
    return reply["output"]["message"]["content"][0]["text"]


def published(text: str) -> str:
    reply = client.converse(
        modelId="anthropic.claude-sonnet-4-5-20250929-v1:0",
        messages=[{"role": "user", "content": [{"text": text}]}],
        guardrailConfig={"guardrailIdentifier": "gr-shop", "guardrailVersion": "3"},  # ok: bedrock-guardrail-draft
    )
    return reply["output"]["message"]["content"][0]["text"]


def by_environment(text: str) -> dict:
    return client.apply_guardrail(
        guardrailIdentifier="gr-shop",
        guardrailVersion="4" if ENVIRONMENT == "production" else "DRAFT",  # ok: bedrock-guardrail-draft
        source="INPUT",
        content=[{"text": {"text": text}}],
    )


def checked(text: str) -> dict:
    return client.apply_guardrail(guardrailIdentifier="gr-shop", guardrailVersion=VERSION, source="INPUT", content=[{"text": {"text": text}}])


chat = ChatBedrockConverse(
    model="anthropic.claude-sonnet-4-5-20250929-v1:0",
    guardrail_config={"guardrailIdentifier": "gr-shop", "guardrailVersion": os.environ["GUARDRAIL_VERSION"]},  # ok: bedrock-guardrail-draft
)
fallback = os.getenv("BEDROCK_GUARDRAIL_VERSION", "DRAFT")  # ruleid: bedrock-guardrail-draft
STATUS = "DRAFT"  # ok: bedrock-guardrail-draft
