"""Ingestion loops that skip what fails."""

import logging
from pathlib import Path

import fitz
from langchain_chroma import Chroma
from langchain_community.document_loaders import PyPDFLoader, TextLoader
from langchain_openai import OpenAIEmbeddings
from openai import OpenAI
from qdrant_client import QdrantClient, models
from tqdm import tqdm

log = logging.getLogger(__name__)
store = Chroma("docs", OpenAIEmbeddings(model="text-embedding-3-small"), "/data/chroma")
qdrant = QdrantClient(url="http://qdrant:6333")
client = OpenAI(timeout=30)


def load_folder(folder: Path) -> None:
    for path in tqdm(sorted(folder.glob("*.pdf"))):
        try:
            store.add_documents(PyPDFLoader(str(path)).load_and_split())
        except Exception:  # ruleid: ingest-errors-swallowed
            continue


def load_texts(paths: list[str]) -> list:
    documents = []
    for path in paths:
        try:
            documents += TextLoader(path).load()
        except Exception as error:  # ruleid: ingest-errors-swallowed
            print(f"could not load {path}: {error}")
    return documents


def embed(rows: list[dict]) -> list[dict]:
    for row in rows:
        try:
            row["vector"] = client.embeddings.create(model="text-embedding-3-small", input=row["text"]).data[0].embedding
        except:  # ruleid: ingest-errors-swallowed
            pass
    return rows


def write(rows: list[dict]) -> None:
    for row in rows:
        try:
            qdrant.upsert("docs", points=[models.PointStruct(id=row["id"], vector=row["vector"], payload=row)])
        except Exception as error:  # ruleid: ingest-errors-swallowed
            log.debug("skipped %s: %s", row["id"], error)


def pages(paths: list[Path]) -> list[str]:
    texts = []
    for path in paths:
        try:
            texts += [page.get_text() for page in fitz.open(path)]
        except Exception:  # ruleid: ingest-errors-swallowed
            continue
    return texts
