"""Semantic search over manuals with local models."""

from sentence_transformers import SentenceTransformer

model = SentenceTransformer("intfloat/multilingual-e5-base")
prompted = SentenceTransformer("intfloat/e5-base-v2", prompts={"query": "q", "document": "d"}, default_prompt_name="document")
plain = SentenceTransformer("sentence-transformers/all-MiniLM-L6-v2")
instructed = SentenceTransformer("intfloat/multilingual-e5-large-instruct")


def index(passages: list[str]):
    return model.encode(passages, normalize_embeddings=True)  # ruleid: embedding-role-not-set


def search(question: str, vectors):
    return model.encode(question, normalize_embeddings=True) @ vectors.T  # ruleid: embedding-role-not-set


def search_with_roles(question: str, passages: list[str]):
    return model.encode_query(question) @ model.encode_document(passages).T  # ok: embedding-role-not-set


def search_with_prompts(question: str, passages: list[str]):
    return prompted.encode(question, prompt_name="query") @ prompted.encode(passages).T  # ok: embedding-role-not-set


def search_plain(question: str, passages: list[str]):
    return plain.encode(question) @ plain.encode(passages).T  # ok: embedding-role-not-set


def search_instructed(question: str, passages: list[str]):
    return instructed.encode(question) @ instructed.encode(passages).T  # ok: embedding-role-not-set
