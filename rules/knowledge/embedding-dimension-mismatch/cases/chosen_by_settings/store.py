import os

from openai import OpenAI
from pinecone import Pinecone, ServerlessSpec

client = OpenAI()
MODEL = os.environ.get("EMBEDDING_MODEL", "text-embedding-3-large")


def prepare() -> None:
    Pinecone().create_index("manuals", dimension=1536, spec=ServerlessSpec(cloud="aws", region="eu-west-1"))


def embed(text: str) -> list[float]:
    return client.embeddings.create(model=MODEL, input=text).data[0].embedding
