import uuid

from langchain_openai import OpenAIEmbeddings
from langchain_postgres import PGVector

memory_store = PGVector(embeddings=OpenAIEmbeddings(model="text-embedding-3-small"), collection_name="turns", connection="postgresql://db/app")


def remember(text: str, user: str) -> None:
    memory_store.add_texts([text], metadatas=[{"user": user}], ids=[str(uuid.uuid4())])  # ok: ingest-not-idempotent
