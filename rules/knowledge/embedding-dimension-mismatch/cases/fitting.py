import cohere
from pymilvus import MilvusClient
from qdrant_client import QdrantClient
from qdrant_client.models import Distance, VectorParams

client = cohere.ClientV2()
SIZE = 1024


def prepare():
    # ok: embedding-dimension-mismatch
    QdrantClient(url="http://qdrant:6333").create_collection("faq", vectors_config=VectorParams(size=SIZE, distance=Distance.COSINE))
    MilvusClient("http://milvus:19530").create_collection("faq", dimension=1024)  # ok: embedding-dimension-mismatch


def embed(texts):
    return client.embed(texts=texts, model="embed-multilingual-v3.0", input_type="search_document", embedding_types=["float"])


def prepare_images():
    MilvusClient("http://milvus:19530").create_collection("faq_images", dimension=512)  # ok: embedding-dimension-mismatch
