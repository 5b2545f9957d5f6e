"""What customers write about, in groups."""

from sentence_transformers import SentenceTransformer
from sklearn.cluster import KMeans

model = SentenceTransformer("intfloat/e5-base-v2")


def groups(documents: list[str], count: int):
    return KMeans(count).fit_predict(model.encode(documents))  # ok: embedding-role-not-set
