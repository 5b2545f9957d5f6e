"""Collections that are made only where none is there, or deleted because a caller says so."""

import lancedb
from pymilvus import MilvusClient
from qdrant_client import QdrantClient

database = lancedb.connect("/data/lance")
qdrant = QdrantClient(url="http://qdrant:6333")
milvus = MilvusClient(uri="http://milvus:19530")


def add(rows: list[dict]) -> None:
    if "docs" not in database.table_names():
        table = database.create_table("docs", data=rows, mode="overwrite")  # ok: collection-recreated-on-run
    else:
        table = database.open_table("docs")
        table.add(rows)
    table.create_fts_index("text", replace=True)  # ok: collection-recreated-on-run


def update(rows: list[dict], keep: bool = True) -> None:
    if milvus.has_collection("docs") and not keep:
        milvus.drop_collection("docs")  # ok: collection-recreated-on-run
    milvus.create_collection("docs", dimension=1536)
    milvus.insert("docs", rows)


def prepare(vectors: object) -> None:
    try:
        qdrant.get_collection("docs")
    except ValueError:
        qdrant.recreate_collection("docs", vectors_config=vectors)  # ok: collection-recreated-on-run


def open_collection(name: str, create_new: bool) -> None:
    if milvus.has_collection(name) and create_new:
        milvus.drop_collection(name)  # ok: collection-recreated-on-run
    if not milvus.has_collection(name):
        milvus.create_collection(name, dimension=384)
