import os

from openai import AsyncAzureOpenAI


def init_client() -> AsyncAzureOpenAI:
    return AsyncAzureOpenAI(  # ruleid: client-per-request
        azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
        api_key=os.environ["AZURE_OPENAI_KEY"],
        api_version="2024-10-21",
        timeout=60,
    )
