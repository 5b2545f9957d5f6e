"""Collections that are deleted whenever the code runs."""

import chromadb
import lancedb
import psycopg
from fastapi import FastAPI
from langchain_postgres import PGVector
from langchain_openai import OpenAIEmbeddings
from pinecone import Pinecone, ServerlessSpec
from pymilvus import MilvusClient
from qdrant_client import QdrantClient, models

app = FastAPI()
qdrant = QdrantClient(url="http://qdrant:6333")
chroma = chromadb.PersistentClient("/data/chroma")
milvus = MilvusClient(uri="http://milvus:19530")
pinecone = Pinecone()
VECTORS = models.VectorParams(size=1536, distance=models.Distance.COSINE)

qdrant.recreate_collection("docs", vectors_config=VECTORS)  # ruleid: collection-recreated-on-run
# ruleid: collection-recreated-on-run
store = PGVector(OpenAIEmbeddings(model="text-embedding-3-small"), connection="postgresql://db/docs", collection_name="docs", pre_delete_collection=True)
table = lancedb.connect("/data/lance").create_table("docs", data=[{"id": 0, "vector": [0.0] * 1536}], mode="overwrite")  # ruleid: collection-recreated-on-run


@app.on_event("startup")
def prepare() -> None:
    if "docs" in [collection.name for collection in chroma.list_collections()]:
        chroma.delete_collection("docs")  # ruleid: collection-recreated-on-run
    chroma.create_collection("docs")


def ingest(rows: list[dict]) -> None:
    milvus.drop_collection("docs")  # ruleid: collection-recreated-on-run
    milvus.create_collection("docs", dimension=1536)
    milvus.insert("docs", rows)


def prepare_index() -> None:
    pinecone.delete_index("docs")  # ruleid: collection-recreated-on-run
    pinecone.create_index("docs", dimension=1536, spec=ServerlessSpec("aws", "eu-west-1"))


def create_table(connection: psycopg.Connection) -> None:
    connection.execute("DROP TABLE IF EXISTS chunks")  # ruleid: collection-recreated-on-run
    connection.execute("CREATE TABLE chunks (id bigint PRIMARY KEY, text text, embedding vector(1536))")
