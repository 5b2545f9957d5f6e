from langchain_community.document_loaders import DirectoryLoader
from langchain_qdrant import QdrantVectorStore
from langchain_text_splitters import RecursiveCharacterTextSplitter

from rag.config import CHUNK_CHARACTERS
from rag.embedding import embedder


def ingest(folder: str) -> None:
    splitter = RecursiveCharacterTextSplitter(chunk_size=CHUNK_CHARACTERS, chunk_overlap=0)
    chunks = splitter.split_documents(DirectoryLoader(folder).load())
    QdrantVectorStore.from_documents(chunks, embedder(), url="http://qdrant:6333", collection_name="handbook")
