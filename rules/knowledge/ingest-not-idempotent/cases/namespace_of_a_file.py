from langchain_community.document_loaders import PyPDFLoader
from langchain_openai import OpenAIEmbeddings
from langchain_pinecone import PineconeVectorStore

embeddings = OpenAIEmbeddings(model="text-embedding-3-small")
known: set[str] = set()


def open_file(path: str, file_id: str):
    return PineconeVectorStore.from_documents(PyPDFLoader(path).load(), embeddings, index_name="files", namespace=file_id)  # ok: ingest-not-idempotent


def open_once(path: str):
    if path in known:
        return PineconeVectorStore.from_existing_index("files", embeddings)
    known.add(path)
    return PineconeVectorStore.from_documents(PyPDFLoader(path).load(), embeddings, index_name="files")  # ok: ingest-not-idempotent


def open_again(path: str):
    return PineconeVectorStore.from_documents(PyPDFLoader(path).load(), embeddings, index_name="files")  # ruleid: ingest-not-idempotent
