from langchain_core.embeddings import DeterministicFakeEmbedding
from langchain_core.vectorstores import InMemoryVectorStore


def test_search_finds_nothing_at_first() -> None:
    assert InMemoryVectorStore(DeterministicFakeEmbedding(size=8)).similarity_search("x") == []  # ok: in-memory-vector-store
