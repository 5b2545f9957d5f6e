from qdrant_client.models import FieldCondition, Filter, MatchValue

from clients import COLLECTION, embed, vectors


def recall(text: str, account: str):
    own = Filter(must=[FieldCondition(key="account_id", match=MatchValue(value=account))])
    return vectors().query_points(collection_name=COLLECTION, query=embed(text), query_filter=own, limit=5).points


def recall_any(text: str):
    return vectors().query_points(collection_name=COLLECTION, query=embed(text), limit=5).points
