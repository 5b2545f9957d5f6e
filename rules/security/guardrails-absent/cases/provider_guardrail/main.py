import os

import boto3
from fastapi import FastAPI

app = FastAPI()
bedrock = boto3.client("bedrock-runtime")


@app.post("/chat")
def chat(text: str) -> str:
    reply = bedrock.converse(
        modelId="anthropic.claude-opus-4-8-v1:0",
        messages=[{"role": "user", "content": [{"text": text}]}],
        guardrailConfig={"guardrailIdentifier": os.environ["GUARDRAIL_ID"], "guardrailVersion": "3"},
    )
    return reply["output"]["message"]["content"][0]["text"]
