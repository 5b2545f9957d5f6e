from langchain_community.embeddings import HuggingFaceEmbeddings
from langchain_community.vectorstores import FAISS

INDEX = "vectorstore/db_faiss"


def retriever():
    embeddings = HuggingFaceEmbeddings(model_name="sentence-transformers/all-MiniLM-L6-v2")
    store = FAISS.load_local(INDEX, embeddings)
    return store.as_retriever(search_kwargs={"k": 3})
