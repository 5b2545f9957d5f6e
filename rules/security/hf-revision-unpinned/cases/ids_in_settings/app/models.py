from functools import lru_cache

from sentence_transformers import CrossEncoder, SentenceTransformer

from app.settings import EMBEDDER, RERANKER, RERANKER_REVISION


@lru_cache
def embedder() -> SentenceTransformer:
    return SentenceTransformer(EMBEDDER)  # ruleid: hf-revision-unpinned


@lru_cache
def reranker() -> CrossEncoder:
    return CrossEncoder(RERANKER, revision=RERANKER_REVISION)  # ok: hf-revision-unpinned
