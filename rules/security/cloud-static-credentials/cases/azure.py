import os

from azure.core.credentials import AzureKeyCredential
from azure.search.documents import SearchClient
from openai import AzureOpenAI, OpenAI

client = AzureOpenAI(  # ruleid: cloud-static-credentials
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
    api_version="2024-10-21",
)
second = AzureOpenAI(api_key=os.environ["AZURE_OPENAI_API_KEY"], azure_endpoint="https://two.openai.azure.com", api_version="2024-10-21")  # ok: cloud-static-credentials
search = SearchClient("https://shop.search.windows.net", "documents", AzureKeyCredential(os.environ["SEARCH_KEY"]))  # ruleid: cloud-static-credentials
plain = OpenAI(api_key=os.environ["OPENAI_API_KEY"])  # ok: cloud-static-credentials


def answer(question: str) -> str:
    reply = client.chat.completions.create(model="chat", messages=[{"role": "user", "content": question}])
    return reply.choices[0].message.content or ""
