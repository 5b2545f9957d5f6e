from langchain_community.embeddings import HuggingFaceEmbeddings
from langchain_community.vectorstores import FAISS


def build(chunks):
    store = FAISS.from_documents(chunks, HuggingFaceEmbeddings(model_name="sentence-transformers/all-mpnet-base-v2"))
    store.save_local("vectorstore/db_faiss")
