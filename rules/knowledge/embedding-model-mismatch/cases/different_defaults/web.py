import os

from langchain_openai import OpenAIEmbeddings
from langchain_postgres import PGVector

embeddings = OpenAIEmbeddings(model=os.getenv("EMBEDDING_MODEL", "text-embedding-3-small"))
other = OpenAIEmbeddings(model=os.getenv("QUERY_EMBEDDING_MODEL", "text-embedding-3-small"))


def search(question: str):
    store = PGVector(embeddings=embeddings, collection_name="cases", connection=os.environ["DATABASE_URL"])
    return store.similarity_search(question)


def search_with_other(question: str):
    store = PGVector(embeddings=other, collection_name="cases", connection=os.environ["DATABASE_URL"])
    return store.similarity_search(question)
