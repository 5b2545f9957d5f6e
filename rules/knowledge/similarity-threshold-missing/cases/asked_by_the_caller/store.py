from langchain_openai import OpenAIEmbeddings
from langchain_pinecone import PineconeVectorStore


def get_store() -> PineconeVectorStore:
    return PineconeVectorStore(index_name="articles", embedding=OpenAIEmbeddings(model="text-embedding-3-small"))
