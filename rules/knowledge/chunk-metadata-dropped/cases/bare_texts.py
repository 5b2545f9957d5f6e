"""Chunks written as bare text."""

import chromadb
from langchain_chroma import Chroma
from langchain_community.vectorstores import FAISS
from langchain_core.documents import Document
from langchain_openai import OpenAIEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter
from pypdf import PdfReader
from qdrant_client import QdrantClient, models

embeddings = OpenAIEmbeddings(model="text-embedding-3-small")
splitter = RecursiveCharacterTextSplitter(chunk_size=800, chunk_overlap=80)
collection = chromadb.PersistentClient("/data/chroma").get_or_create_collection("docs")
store = Chroma("docs", embeddings, "/data/chroma")
qdrant = QdrantClient(url="http://qdrant:6333")


def from_pdfs(paths: list[str]) -> FAISS:
    text = ""
    for path in paths:
        for page in PdfReader(path).pages:
            text += page.extract_text()
    chunks = splitter.split_text(text)
    return FAISS.from_texts(chunks, embeddings)  # ruleid: chunk-metadata-dropped


def from_file(path: str) -> None:
    with open(path) as file:
        store.add_texts(splitter.split_text(file.read()))  # ruleid: chunk-metadata-dropped


def as_documents(chunks: list[str]) -> None:
    store.add_documents([Document(page_content=chunk) for chunk in chunks])  # ruleid: chunk-metadata-dropped


def into_collection(chunks: list[str]) -> None:
    collection.add(documents=chunks, ids=[str(number) for number, _ in enumerate(chunks)])  # ruleid: chunk-metadata-dropped


def into_points(chunks: list[str]) -> None:
    vectors = embeddings.embed_documents(chunks)
    points = [models.PointStruct(id=i, vector=v, payload={"text": c}) for i, (c, v) in enumerate(zip(chunks, vectors, strict=True))]
    qdrant.upsert("docs", points=points)  # ruleid: chunk-metadata-dropped
