"""Chunks that know where they come from."""

import chromadb
from langchain_chroma import Chroma
from langchain_community.document_loaders import PyPDFLoader
from langchain_community.vectorstores import FAISS
from langchain_core.documents import Document
from langchain_mistralai import MistralAIEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter
from pinecone import Pinecone
from qdrant_client import QdrantClient, models

embeddings = MistralAIEmbeddings(model="mistral-embed-2312")
splitter = RecursiveCharacterTextSplitter(chunk_size=800, chunk_overlap=80)
collection = chromadb.PersistentClient("/data/chroma").get_or_create_collection("docs")
store = Chroma("docs", embeddings, "/data/chroma")
qdrant = QdrantClient(url="http://qdrant:6333")
index = Pinecone().Index("docs")


def from_pdfs(paths: list[str]) -> FAISS:
    documents = [document for path in paths for document in PyPDFLoader(path).load()]
    return FAISS.from_documents(splitter.split_documents(documents), embeddings)  # ok: chunk-metadata-dropped


def from_texts(texts: list[str], sources: list[str]) -> None:
    store.add_texts(texts, metadatas=[{"source": source} for source in sources])  # ok: chunk-metadata-dropped


def created(texts: list[str], sources: list[str]) -> None:
    chunks = splitter.create_documents(texts, metadatas=[{"source": source} for source in sources])
    store.add_documents(chunks)  # ok: chunk-metadata-dropped


def as_documents(pages: list[tuple[str, int]], title: str) -> None:
    store.add_documents([Document(page_content=text, metadata={"title": title, "page": page}) for text, page in pages])  # ok: chunk-metadata-dropped


def into_collection(chunks: list[str], url: str) -> None:
    ids = [f"{url}#{number}" for number, _ in enumerate(chunks)]
    collection.add(documents=chunks, ids=ids, metadatas=[{"url": url}] * len(chunks))  # ok: chunk-metadata-dropped


def into_points(chunk: str, vector: list[float], path: str, page: int) -> None:
    point = models.PointStruct(id=hash((path, page)), vector=vector, payload={"text": chunk, "path": path, "page": page})
    qdrant.upsert("docs", points=[point])  # ok: chunk-metadata-dropped


def into_index(chunk: str, vector: list[float], doc_id: str) -> None:
    index.upsert([{"id": doc_id, "values": vector, "metadata": {"text": chunk, "doc_id": doc_id}}])  # ok: chunk-metadata-dropped
