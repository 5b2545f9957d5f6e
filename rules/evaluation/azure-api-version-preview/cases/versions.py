"""API versions of Azure services."""

import os

from azure.mgmt.resource import ResourceManagementClient
from langchain_openai import AzureChatOpenAI, AzureOpenAIEmbeddings
from openai import AsyncAzureOpenAI, AzureOpenAI, OpenAI

ENDPOINT = os.environ["AZURE_OPENAI_ENDPOINT"]
API_VERSION = "2025-01-01-preview"  # ruleid: azure-api-version-preview
STABLE = "2024-10-21"  # ok: azure-api-version-preview
os.environ["OPENAI_API_VERSION"] = "2024-12-01-preview"  # ruleid: azure-api-version-preview

preview = AzureOpenAI(azure_endpoint=ENDPOINT, api_version="2024-08-01-preview", timeout=30)  # ruleid: azure-api-version-preview
retired = AsyncAzureOpenAI(azure_endpoint=ENDPOINT, api_version="2023-07-01-preview", timeout=30)  # ruleid: azure-api-version-preview
constant = AzureOpenAI(azure_endpoint=ENDPOINT, api_version=API_VERSION, timeout=30)
chat = AzureChatOpenAI(azure_deployment="chat", openai_api_version="2024-02-15-preview", timeout=30)  # ruleid: azure-api-version-preview
defaulted = AzureOpenAI(azure_endpoint=ENDPOINT, api_version=os.getenv("AZURE_API_VERSION", "2025-04-01-preview"), timeout=30)  # ruleid: azure-api-version-preview

stable = AzureOpenAI(azure_endpoint=ENDPOINT, api_version=STABLE, timeout=30)
embeddings = AzureOpenAIEmbeddings(azure_deployment="embed", api_version="2024-06-01")  # ok: azure-api-version-preview
demanded = AzureOpenAI(azure_endpoint=ENDPOINT, api_version=os.environ["AZURE_API_VERSION"], timeout=30)  # ok: azure-api-version-preview
dateless = OpenAI(base_url=f"{ENDPOINT}/openai/v1/", api_key=os.environ["AZURE_OPENAI_API_KEY"], timeout=30)  # ok: azure-api-version-preview


def groups(credential: object) -> list[str]:
    management = ResourceManagementClient(credential, os.environ["SUBSCRIPTION"], api_version="2024-11-01-preview")  # ok: azure-api-version-preview
    return [group.name for group in management.resource_groups.list()]


def ask(question: str) -> list[str]:
    messages = [{"role": "user", "content": question}]
    clients = (preview, constant, defaulted, stable, demanded, dateless)
    return [client.chat.completions.create(model="chat", messages=messages).choices[0].message.content for client in clients]
