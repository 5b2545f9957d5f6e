from sentence_transformers import CrossEncoder, SentenceTransformer


class Encoder:
    """Vectors of texts, by whatever model a deployment names."""

    def __init__(self, model_name: str) -> None:
        self.model = SentenceTransformer(model_name)  # ruleid: hf-revision-unpinned

    def encode(self, texts: list[str]) -> list:
        return self.model.encode(texts)


class Reranker:
    """Scores pairs with a pinned model."""

    def __init__(self, model_name: str, revision: str) -> None:
        self.model = CrossEncoder(model_name, revision=revision)  # ok: hf-revision-unpinned

    def rank(self, query: str, texts: list[str]) -> list:
        return self.model.rank(query, texts)


def from_folder(model_path: str) -> SentenceTransformer:
    return SentenceTransformer(model_path)  # ok: hf-revision-unpinned
