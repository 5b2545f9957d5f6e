"""Collections that are made when missing, rebuilt beside the old one, or reset only when asked."""

import argparse
from datetime import UTC, datetime

import chromadb
import streamlit as st
from pymilvus import MilvusClient
from qdrant_client import QdrantClient, models

qdrant = QdrantClient(url="http://qdrant:6333")
chroma = chromadb.PersistentClient("/data/chroma")
milvus = MilvusClient(uri="http://milvus:19530")
VECTORS = models.VectorParams(size=1536, distance=models.Distance.COSINE)

if not qdrant.collection_exists("docs"):
    qdrant.create_collection("docs", vectors_config=VECTORS)  # ok: collection-recreated-on-run

documents = chroma.get_or_create_collection("docs")  # ok: collection-recreated-on-run


def rebuild(points: list[models.PointStruct]) -> None:
    name = f"docs-{datetime.now(UTC):%Y%m%d%H%M}"
    old = qdrant.get_collection_aliases("docs").aliases
    qdrant.create_collection(name, vectors_config=VECTORS)
    qdrant.upsert(name, points)
    operation = models.CreateAliasOperation(create_alias=models.CreateAlias(collection_name=name, alias_name="docs"))
    qdrant.update_collection_aliases([operation])
    for alias in old:
        qdrant.delete_collection(alias.collection_name)  # ok: collection-recreated-on-run


def ingest(rows: list[dict], recreate: bool = False) -> None:
    if recreate:
        milvus.drop_collection("docs")  # ok: collection-recreated-on-run
    if not milvus.has_collection("docs"):
        milvus.create_collection("docs", dimension=1536)
    milvus.insert("docs", rows)


def clear_my_documents() -> None:
    chroma.delete_collection(f"user-{st.session_state.user}")  # ok: collection-recreated-on-run


st.button("Delete my documents", on_click=clear_my_documents)

if __name__ == "__main__":
    parser = argparse.ArgumentParser()
    parser.add_argument("--reset", action="store_true")
    if parser.parse_args().reset:
        chroma.reset()  # ok: collection-recreated-on-run
