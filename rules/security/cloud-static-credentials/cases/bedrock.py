import os

import boto3

keyed = boto3.client(  # ruleid: cloud-static-credentials
    "bedrock-runtime",
    region_name="eu-central-1",
    aws_access_key_id=os.environ["AWS_ACCESS_KEY_ID"],
    aws_secret_access_key=os.environ["AWS_SECRET_ACCESS_KEY"],
)
role = boto3.client("bedrock-runtime", region_name="eu-central-1")  # ok: cloud-static-credentials
perhaps = boto3.client(  # ok: cloud-static-credentials
    "bedrock-runtime",
    aws_access_key_id=os.getenv("AWS_ACCESS_KEY_ID"),
    aws_secret_access_key=os.getenv("AWS_SECRET_ACCESS_KEY"),
)


def answer(text: str) -> str:
    reply = role.converse(modelId="anthropic.claude-sonnet-4-5-20250929-v1:0", messages=[{"role": "user", "content": [{"text": text}]}])
    return reply["output"]["message"]["content"][0]["text"]
