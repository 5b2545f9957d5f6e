from transformers import AutoModelForSequenceClassification, AutoTokenizer

from settings import LOAD, TRUST


class Pruner:
    def __init__(self, name: str = "naver/provence-reranker-debertav3-v1") -> None:
        self.model = AutoModelForSequenceClassification.from_pretrained(name, **LOAD)  # ruleid: remote-code-trusted
        self.tokenizer = AutoTokenizer.from_pretrained(name, revision=LOAD["revision"])  # ok: remote-code-trusted


def late_chunker():
    from sentence_transformers import SentenceTransformer

    return SentenceTransformer("jinaai/jina-embeddings-v2-base-en", trust_remote_code=TRUST)  # ruleid: remote-code-trusted
