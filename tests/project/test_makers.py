"""Which calls make what a value holds."""

from __future__ import annotations

from ailint.project.makers import makers_of
from tests.linked import linked

FILES = {
    "embedding.py": """
        from openai import OpenAI

        client = OpenAI()

        def embed(texts):
            answer = client.embeddings.create(model="text-embedding-3-small", input=texts)
            return [one.embedding for one in answer.data]
    """,
    "store.py": """
        from pinecone import Pinecone

        from embedding import embed

        index = Pinecone().Index("a")

        def store(texts):
            vectors = embed(texts)
            index.upsert(vectors=[(str(n), vector) for n, vector in enumerate(vectors)])

        def again(vectors):
            index.upsert(vectors=vectors)
    """,
}


def test_makers_of_vectors_through_functions_and_variables() -> None:
    project = linked(FILES)
    found = []
    for site in project.calls("vector.write"):
        value = project.given(site, "documents")
        found.append([one.path for one in makers_of(project, value, site.spot, "embed.call")] if value is not None else None)
    assert found == [["embedding.py"], []]
