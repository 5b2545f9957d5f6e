from pinecone import Pinecone, ServerlessSpec
from qdrant_client import QdrantClient
from qdrant_client.models import Distance, VectorParams
from sentence_transformers import SentenceTransformer

model = SentenceTransformer("all-MiniLM-L6-v2")
client = QdrantClient(url="http://qdrant:6333")


def prepare():
    # ruleid: embedding-dimension-mismatch
    client.create_collection("manuals", vectors_config=VectorParams(size=1536, distance=Distance.COSINE))
    # ruleid: embedding-dimension-mismatch
    Pinecone().create_index(name="manuals", dimension=768, metric="cosine", spec=ServerlessSpec(cloud="aws", region="us-east-1"))


def store(texts):
    return model.encode(texts)
