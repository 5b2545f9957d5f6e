"""Stores that outlive the process."""

import os

import chromadb
from fastapi import FastAPI
from langchain_chroma import Chroma
from langchain_openai import OpenAIEmbeddings
from langgraph.checkpoint.postgres import PostgresSaver
from langgraph.prebuilt import create_react_agent
from pinecone import Pinecone
from pymilvus import MilvusClient
from qdrant_client import QdrantClient

app = FastAPI()
embeddings = OpenAIEmbeddings(model="text-embedding-3-small")

on_disk = chromadb.PersistentClient("/data/chroma")  # ok: in-memory-vector-store
server = chromadb.HttpClient(host=os.environ["CHROMA_HOST"])  # ok: in-memory-vector-store
with_client = Chroma("docs", embeddings, client=server)  # ok: in-memory-vector-store
with_folder = Chroma("docs", embeddings, persist_directory="/data/langchain")  # ok: in-memory-vector-store
qdrant = QdrantClient(url="http://qdrant:6333")  # ok: in-memory-vector-store
qdrant_on_disk = QdrantClient(path="/data/qdrant")  # ok: in-memory-vector-store
milvus = MilvusClient(uri="http://milvus:19530")  # ok: in-memory-vector-store
pinecone = Pinecone()  # ok: in-memory-vector-store


@app.post("/chat/{thread}")
def chat(thread: str, text: str) -> str:
    with PostgresSaver.from_conn_string(os.environ["DATABASE_URL"]) as checkpointer:  # ok: in-memory-vector-store
        agent = create_react_agent("openai:gpt-4.1-2025-04-14", tools=[], checkpointer=checkpointer)
        state = agent.invoke({"messages": [("user", text)]}, {"configurable": {"thread_id": thread}})
    return state["messages"][-1].content
