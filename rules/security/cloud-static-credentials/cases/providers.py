import os

from openai import AzureOpenAI, OpenAI


def client(provider: str, api_key: str | None = None) -> OpenAI:
    if provider == "azure":
        return AzureOpenAI(api_key=api_key, azure_endpoint=os.environ["ENDPOINT"], api_version="2024-10-21")  # ok: cloud-static-credentials
    return OpenAI(api_key=api_key or os.environ["OPENAI_API_KEY"])  # ok: cloud-static-credentials


def either(api_key: str | None = None) -> AzureOpenAI:
    key = api_key or os.environ["AZURE_OPENAI_API_KEY"]
    return AzureOpenAI(api_key=key, azure_endpoint=os.environ["ENDPOINT"], api_version="2024-10-21")  # ok: cloud-static-credentials
