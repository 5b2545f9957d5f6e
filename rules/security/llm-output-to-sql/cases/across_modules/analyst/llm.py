import os

from openai import AzureOpenAI

client = AzureOpenAI(azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"], api_version="2024-10-21", timeout=60)


def complete(system: str, question: str) -> str:
    reply = client.chat.completions.create(
        model=os.environ["DEPLOYMENT"], messages=[{"role": "system", "content": system}, {"role": "user", "content": question}]
    )
    return reply.choices[0].message.content or ""
