from qdrant_client.models import PointStruct

from clients import COLLECTION, embed, vectors


def remember(number: int, text: str, account: str) -> None:
    point = PointStruct(id=number, vector=embed(text), payload={"text": text, "account_id": account})
    vectors().upsert(collection_name=COLLECTION, points=[point])
