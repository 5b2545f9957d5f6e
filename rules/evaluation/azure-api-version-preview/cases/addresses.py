"""API versions in addresses, queries and dictionaries."""

import os

import openai
import requests
from openai import AzureOpenAI, OpenAI

ENDPOINT = os.environ["AZURE_OPENAI_ENDPOINT"]
SEARCH = os.environ["SEARCH_SERVICE"]
VERSION = "2024-09-01-preview"  # ruleid: azure-api-version-preview

openai.api_version = "2023-03-15-preview"  # ruleid: azure-api-version-preview

written_out = f"{ENDPOINT}/openai/deployments/chat/chat/completions?api-version=2023-06-01-preview"  # ruleid: azure-api-version-preview
put_in = f"{ENDPOINT}/openai/deployments/chat/chat/completions?api-version={VERSION}"
stable = f"https://{SEARCH}.search.windows.net/indexes/docs?api-version=2024-07-01"  # ok: azure-api-version-preview
management = "https://management.azure.com/subscriptions?api-version=2023-05-01-preview"  # ok: azure-api-version-preview
hint = "Format: https://<name>.openai.azure.com/openai/deployments/<model>/embeddings?api-version=2023-03-15-preview"  # ok: azure-api-version-preview

models = [
    {"model": "gpt-4o-2024-08-06", "api_type": "azure", "api_version": "2024-02-15-preview"},  # ruleid: azure-api-version-preview
    {"model": "scan", "service": "vision", "api_version": "2023-02-01-preview"},  # ok: azure-api-version-preview
]
opted_in = OpenAI(base_url=f"{ENDPOINT}/openai/v1/", default_query={"api-version": "preview"}, timeout=30)  # ruleid: azure-api-version-preview
refused = AzureOpenAI(base_url=f"{ENDPOINT}/openai/v1/", api_version="2024-10-21", timeout=30)  # ruleid: azure-api-version-preview


def statistics(headers: dict[str, str]) -> dict:
    version = "2024-03-01-Preview"  # ruleid: azure-api-version-preview
    address = f"https://{SEARCH}.search.windows.net/indexes/docs/stats"
    return requests.get(address, headers=headers, params={"api-version": version}, timeout=10).json()
