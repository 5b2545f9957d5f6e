from langchain_chroma import Chroma

from rag.settings import COLLECTION, embedder


def ingest(documents) -> None:
    Chroma(collection_name=COLLECTION, embedding_function=embedder(), persist_directory="db").add_documents(documents)
