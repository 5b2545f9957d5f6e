from langchain_community.document_loaders import DirectoryLoader
from langchain_community.vectorstores import FAISS
from langchain_mistralai import MistralAIEmbeddings

from app.save import save

embeddings = MistralAIEmbeddings(model="mistral-embed-2312")


def build(folder: str) -> None:
    documents = DirectoryLoader(folder, glob="**/*.md").load_and_split()
    save(FAISS.from_documents(documents, embeddings))  # ok: in-memory-vector-store
