import os

from pinecone import Pinecone

from ingest.vectors import embed

index = Pinecone(api_key=os.environ["PINECONE_API_KEY"]).Index("docs")


def write(pages: list[dict]) -> None:
    vectors = embed([page["text"] for page in pages])
    index.upsert([(f"{page['source']}-{page['page']}", vector, page) for page, vector in zip(pages, vectors, strict=True)])
