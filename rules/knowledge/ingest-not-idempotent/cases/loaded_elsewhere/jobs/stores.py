from langchain_openai import OpenAIEmbeddings
from langchain_pinecone import PineconeVectorStore


def manuals() -> PineconeVectorStore:
    return PineconeVectorStore(index_name="manuals", embedding=OpenAIEmbeddings(model="text-embedding-3-small"))
