import os

from langchain_community.vectorstores import FAISS
from langchain_huggingface import HuggingFaceEmbeddings
from langchain_text_splitters import RecursiveCharacterTextSplitter

embeddings = HuggingFaceEmbeddings(model_name=os.environ.get("EMBEDDER", "sentence-transformers/all-MiniLM-L6-v2"))
splitter = RecursiveCharacterTextSplitter(chunk_size=4000)  # ok: chunk-exceeds-embedder-limit


def build(documents):
    FAISS.from_documents(splitter.split_documents(documents), embeddings).save_local("index")
