from langchain_openai import OpenAIEmbeddings
from langchain_qdrant import QdrantVectorStore

small = OpenAIEmbeddings(model="text-embedding-3-small")
large = OpenAIEmbeddings(model="text-embedding-3-large")


def ingest(documents):
    QdrantVectorStore.from_documents(documents, large, url="http://qdrant:6333", collection_name="manuals-v2")
    QdrantVectorStore.from_documents(documents, small, url="http://qdrant:6333", collection_name="manuals-v1")


def search(question: str):
    store = QdrantVectorStore.from_existing_collection(embedding=small, url="http://qdrant:6333", collection_name="manuals-v1")
    return store.similarity_search(question)
