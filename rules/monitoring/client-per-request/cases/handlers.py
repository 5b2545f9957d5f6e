"""Clients and models made where each request pays for them."""

import joblib
from anthropic import Anthropic
from fastapi import FastAPI, Header
from langchain_community.vectorstores import FAISS
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI, OpenAIEmbeddings
from openai import OpenAI
from qdrant_client import QdrantClient
from sentence_transformers import SentenceTransformer

app = FastAPI()
shared = OpenAI(timeout=30)  # ok: client-per-request
embeddings = OpenAIEmbeddings(model="text-embedding-3-small")  # ok: client-per-request
MODEL = "gpt-4.1-2025-04-14"


@app.post("/chat")
def chat(question: str) -> str:
    client = OpenAI(timeout=30)  # ruleid: client-per-request
    return client.responses.create(model=MODEL, input=question).output_text


@app.post("/search")
def search(question: str) -> list[str]:
    encoder = SentenceTransformer("/models/bge-small")  # ruleid: client-per-request
    qdrant = QdrantClient(url="http://qdrant:6333")  # ruleid: client-per-request
    points = qdrant.query_points("docs", query=encoder.encode(question).tolist(), limit=3).points
    return [point.payload["text"] for point in points]


@app.post("/similar")
def similar(text: str) -> list[str]:
    # ruleid: client-per-request
    index = FAISS.load_local("index", embeddings, allow_dangerous_deserialization=True)
    return [document.page_content for document in index.similarity_search(text)]


@app.post("/route")
def route(text: str) -> str:
    classifier = joblib.load("models/router.joblib")  # ruleid: client-per-request
    return classifier.predict([text])[0]


@app.post("/any/{provider}")
def any_provider(provider: str, text: str) -> str:
    clients = {
        "openai": ChatOpenAI(model=MODEL, timeout=30),  # ruleid: client-per-request
        "local": ChatOpenAI(model="mistral-7b", base_url="http://vllm:8000/v1", timeout=30),  # ruleid: client-per-request
    }
    return clients[provider].invoke(text).content


def summaries(texts: list[str]) -> list[str]:
    results = []
    for text in texts:
        client = Anthropic(timeout=30)  # ruleid: client-per-request
        reply = client.messages.create(model="claude-opus-4-8", max_tokens=200, messages=[{"role": "user", "content": text}])
        results.append(reply.content[0].text)
    return results


@tool
def ask_expert(question: str) -> str:
    """Ask a larger model."""
    expert = ChatOpenAI(model=MODEL, timeout=60)  # ruleid: client-per-request
    return expert.invoke(question).content


@app.post("/shared")
def with_shared(question: str) -> str:
    return shared.responses.create(model=MODEL, input=question).output_text  # ok: client-per-request


@app.post("/own-key")
def with_own_key(question: str, x_api_key: str = Header()) -> str:
    client = OpenAI(api_key=x_api_key, timeout=30)  # ok: client-per-request
    return client.responses.create(model=MODEL, input=question).output_text


def embedding_of(text: str) -> list[float]:
    client = OpenAI(timeout=30)  # ruleid: client-per-request
    return client.embeddings.create(model="text-embedding-3-small", input=text).data[0].embedding


def embed_documents(documents: list[dict[str, object]]) -> None:
    for document in documents:
        vector = embedding_of(str(document["text"]))
        document["vector"] = vector
