from uuid import uuid4

import chromadb

client = chromadb.HttpClient(host="chroma")
collection = client.get_or_create_collection("tickets")


def load(tickets: list[dict]) -> None:
    # ruleid: ingest-not-idempotent
    collection.add(ids=[uuid4().hex for _ in tickets], documents=[ticket["text"] for ticket in tickets], metadatas=tickets)


def load_once(tickets: list[dict]) -> None:
    if collection.count() == 0:
        # ok: ingest-not-idempotent
        collection.add(ids=[str(uuid4()) for _ in tickets], documents=[ticket["text"] for ticket in tickets], metadatas=tickets)


def load_by_number(tickets: list[dict]) -> None:
    # ok: ingest-not-idempotent
    collection.upsert(ids=[ticket["number"] for ticket in tickets], documents=[ticket["text"] for ticket in tickets], metadatas=tickets)
