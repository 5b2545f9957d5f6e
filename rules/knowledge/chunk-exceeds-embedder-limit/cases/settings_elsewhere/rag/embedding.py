from langchain_huggingface import HuggingFaceEmbeddings

from rag.config import EMBEDDING_MODEL


def embedder():
    return HuggingFaceEmbeddings(model_name=EMBEDDING_MODEL)
