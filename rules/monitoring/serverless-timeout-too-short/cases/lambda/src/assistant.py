import boto3
from botocore.config import Config

client = boto3.client("bedrock-runtime", config=Config(read_timeout=60))


def answer(question: str) -> str:
    reply = client.converse(modelId="anthropic.claude-sonnet-4-5-20250929-v1:0", messages=[{"role": "user", "content": [{"text": question}]}])
    return reply["output"]["message"]["content"][0]["text"]
