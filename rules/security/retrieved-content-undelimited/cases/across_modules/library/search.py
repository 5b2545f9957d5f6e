from langchain_chroma import Chroma
from langchain_openai import OpenAIEmbeddings

store = Chroma(embedding_function=OpenAIEmbeddings(model="text-embedding-3-small"), persist_directory="index")


def find(question: str) -> list[str]:
    return [hit.page_content for hit in store.similarity_search(question, k=4)]
