import chromadb
from sentence_transformers import SentenceTransformer

passages = SentenceTransformer("all-mpnet-base-v2")
questions = SentenceTransformer("multi-qa-mpnet-base-dot-v1")
collection = chromadb.PersistentClient("db").get_or_create_collection("faq")


def store(texts):
    collection.add(ids=texts, documents=texts, embeddings=passages.encode(texts).tolist())


def search(text):
    return collection.query(query_embeddings=[questions.encode(text).tolist()], n_results=3)  # ruleid: embedding-model-mismatch


def search_alike(text):
    return collection.query(query_embeddings=[passages.encode(text).tolist()], n_results=3)  # ok: embedding-model-mismatch


def search_unknown(vector):
    return collection.query(query_embeddings=[vector], n_results=3)  # ok: embedding-model-mismatch
