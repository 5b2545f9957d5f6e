"""Indexing with one request for each text."""

import ollama
from cohere import ClientV2
from google import genai
from langchain_openai import OpenAIEmbeddings
from openai import OpenAI
from sentence_transformers import SentenceTransformer

client = OpenAI(timeout=30)
co = ClientV2()
gemini = genai.Client()
embeddings = OpenAIEmbeddings(model="text-embedding-3-small")
encoder = SentenceTransformer("/models/bge-small")
MODEL = "text-embedding-3-small"


def index(chunks: list[str]) -> list[list[float]]:
    vectors = []
    for chunk in chunks:
        reply = client.embeddings.create(model=MODEL, input=chunk)  # ruleid: embedding-call-per-item
        vectors.append(reply.data[0].embedding)
    return vectors


def index_documents(documents: list) -> list[list[float]]:
    return [embeddings.embed_query(document.page_content) for document in documents]  # ruleid: embedding-call-per-item


def index_rows(rows: list[dict]) -> None:
    for row in rows:
        row["vector"] = encoder.encode(row["text"]).tolist()  # ruleid: embedding-call-per-item


def index_wrapped(texts: list[str]) -> dict[str, list[float]]:
    vectors = {}
    for text in texts:
        reply = co.embed(model="embed-v4.0", texts=[text], input_type="search_document", embedding_types=["float"])  # ruleid: embedding-call-per-item
        vectors[text] = reply.embeddings.float_[0]
    return vectors


def index_by_number(texts: list[str]) -> list:
    vectors = []
    for number in range(len(texts)):
        vectors.append(gemini.models.embed_content(model="gemini-embedding-001", contents=texts[number]).embeddings[0].values)  # ruleid: embedding-call-per-item
    return vectors


def index_local(lines: list[str]) -> list[list[float]]:
    return [ollama.embed(model="nomic-embed-text:v1.5", input=line).embeddings[0] for line in lines]  # ruleid: embedding-call-per-item
