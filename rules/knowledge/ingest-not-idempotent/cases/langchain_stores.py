import hashlib

from langchain.indexes import SQLRecordManager, index
from langchain_chroma import Chroma
from langchain_community.document_loaders import DirectoryLoader
from langchain_openai import OpenAIEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

embeddings = OpenAIEmbeddings(model="text-embedding-3-small")
store = Chroma("handbook", embeddings, persist_directory="db")
splitter = RecursiveCharacterTextSplitter(chunk_size=800)


def content_id(document) -> str:
    return hashlib.sha256(f"{document.metadata['source']}:{document.page_content}".encode()).hexdigest()


def ingest(folder: str) -> None:
    chunks = splitter.split_documents(DirectoryLoader(folder).load())
    store.add_documents(chunks)  # ruleid: ingest-not-idempotent


def ingest_texts(texts: list[str]) -> None:
    store.add_texts(texts, metadatas=[{"source": "wiki"} for _ in texts])  # ok: ingest-not-idempotent


def ingest_with_ids(folder: str) -> None:
    chunks = splitter.split_documents(DirectoryLoader(folder).load())
    store.add_documents(chunks, ids=[content_id(chunk) for chunk in chunks])  # ok: ingest-not-idempotent


def ingest_with_record(folder: str) -> None:
    record = SQLRecordManager("handbook", db_url="sqlite:///records.db")
    chunks = splitter.split_documents(DirectoryLoader(folder).load())
    index(chunks, record, store, cleanup="incremental", source_id_key="source")  # ok: ingest-not-idempotent


def ingest_anew(folder: str) -> None:
    chunks = splitter.split_documents(DirectoryLoader(folder).load())
    store.delete(where={"folder": folder})
    store.add_documents(chunks)  # ok: ingest-not-idempotent


def add(documents) -> None:
    store.add_documents(documents)  # ok: ingest-not-idempotent
