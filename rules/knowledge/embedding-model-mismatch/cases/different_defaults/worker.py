import os

from langchain_openai import OpenAIEmbeddings
from langchain_postgres import PGVector

embeddings = OpenAIEmbeddings(model=os.getenv("EMBEDDING_MODEL", "text-embedding-3-large"))


def store(documents):
    PGVector(embeddings=embeddings, collection_name="cases", connection=os.environ["DATABASE_URL"]).add_documents(documents)
