import sys

from langchain_community.document_loaders import TextLoader
from langchain_community.vectorstores import FAISS
from langchain_core.vectorstores import InMemoryVectorStore
from langchain_openai import OpenAIEmbeddings
from langchain_postgres import PGVector

embeddings = OpenAIEmbeddings(model="text-embedding-3-small")
documents = TextLoader(sys.argv[1]).load()

FAISS.from_documents(documents, embeddings).save_local("index")  # ok: ingest-not-idempotent
InMemoryVectorStore(embeddings).add_documents(documents)  # ok: ingest-not-idempotent
PGVector.from_documents(documents, embeddings, collection_name="rebuilt", pre_delete_collection=True)  # ok: ingest-not-idempotent
PGVector.from_documents(documents, embeddings, collection_name="grown")  # ruleid: ingest-not-idempotent
