from langchain_community.document_loaders import CSVLoader
from langchain_community.vectorstores import FAISS
from langchain_openai import OpenAIEmbeddings

SOURCE = "data/products.csv"


def build_index() -> FAISS:
    return FAISS.from_documents(CSVLoader(SOURCE).load(), OpenAIEmbeddings(model="text-embedding-3-small"))
