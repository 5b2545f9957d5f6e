import os

from langchain_community.vectorstores import OpenSearchVectorSearch
from langchain_openai import OpenAIEmbeddings

store = OpenSearchVectorSearch(os.environ["OPENSEARCH_URL"], "documents", OpenAIEmbeddings(model="text-embedding-3-small"))


def passages(question: str) -> list[str]:
    return [found.page_content for found in store.similarity_search(question, k=4)]
