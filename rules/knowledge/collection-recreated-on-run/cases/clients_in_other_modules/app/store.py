from qdrant_client import QdrantClient, models


class Store:
    def __init__(self, url: str, name: str) -> None:
        self.client = QdrantClient(url=url)
        self.name = name

    def prepare(self) -> None:
        self.client.delete_collection(self.name)  # ruleid: collection-recreated-on-run
        self.client.create_collection(self.name, vectors_config=models.VectorParams(size=384, distance=models.Distance.COSINE))

    def add(self, points: list[models.PointStruct]) -> None:
        self.client.upsert(self.name, points)
