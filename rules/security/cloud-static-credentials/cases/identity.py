import os

from azure.identity import DefaultAzureCredential, get_bearer_token_provider
from langchain_openai import AzureChatOpenAI
from openai import AzureOpenAI

provider = get_bearer_token_provider(DefaultAzureCredential(), "https://cognitiveservices.azure.com/.default")
client = AzureOpenAI(azure_ad_token_provider=provider, azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"], api_version="2024-10-21")  # ok: cloud-static-credentials


def chat(key: str | None) -> AzureChatOpenAI:
    if key:
        return AzureChatOpenAI(azure_deployment="chat", api_key=key, api_version="2024-10-21")  # ok: cloud-static-credentials
    return AzureChatOpenAI(azure_deployment="chat", azure_ad_token_provider=provider, api_version="2024-10-21")  # ok: cloud-static-credentials
