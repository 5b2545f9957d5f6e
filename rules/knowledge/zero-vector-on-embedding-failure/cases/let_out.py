"""Failures that are let out, listed, or sifted; zeros that are no embeddings."""

import logging

import numpy as np
import torch
from google import genai
from sentence_transformers import CrossEncoder, SentenceTransformer

log = logging.getLogger(__name__)
client = genai.Client()
model = SentenceTransformer("BAAI/bge-small-en-v1.5")
ranker = CrossEncoder("cross-encoder/ms-marco-MiniLM-L6-v2")


def raised(text: str) -> list[float]:
    try:
        return model.encode(text).tolist()
    except RuntimeError:  # ok: zero-vector-on-embedding-failure
        log.exception("embedding failed")
        raise


def listed(texts: dict[str, str], failed: list[str]) -> dict[str, list[float]]:
    vectors = {}
    for key, text in texts.items():
        try:
            vectors[key] = client.models.embed_content(model="gemini-embedding-001", contents=text).embeddings[0].values
        except Exception:  # ok: zero-vector-on-embedding-failure
            failed.append(key)
    return vectors


def none_at_all(text: str) -> list[float] | None:
    try:
        return model.encode(text).tolist()
    except Exception:  # ok: zero-vector-on-embedding-failure
        return None


def sifted(texts: list[str]) -> list[list[float]]:
    vectors = []
    for text in texts:
        try:
            vectors.append(model.encode(text).tolist())
        except Exception:
            vectors.append([0.0] * 384)  # ok: zero-vector-on-embedding-failure
    return [vector for vector in vectors if any(vector)]


def scores(query: str, texts: list[str]) -> list[float]:
    try:
        vectors = model.encode([query, *texts])
        return [float(vectors[0] @ vector) for vector in vectors[1:]]
    except Exception:
        return [0.0] * len(texts)  # ok: zero-vector-on-embedding-failure


def cross_scores(query: str, texts: list[str]) -> np.ndarray:
    try:
        return ranker.predict([(query, text) for text in texts])
    except Exception:
        return np.zeros(len(texts))  # ok: zero-vector-on-embedding-failure


def padded(rows: list[torch.Tensor], length: int) -> torch.Tensor:
    try:
        return torch.stack(rows)
    except RuntimeError:
        return torch.stack([torch.cat([row, torch.zeros(length - len(row))]) for row in rows])  # ok: zero-vector-on-embedding-failure


def preallocated(texts: list[str]) -> np.ndarray:
    matrix = np.zeros((len(texts), 384))  # ok: zero-vector-on-embedding-failure
    for number, text in enumerate(texts):
        matrix[number] = model.encode(text)
    return matrix


def nothing_found(text: str) -> list[str]:
    try:
        vector = model.encode(text)
        return look_up(vector)
    except Exception:
        return []  # ok: zero-vector-on-embedding-failure


def look_up(vector: np.ndarray) -> list[str]:
    return [str(len(vector))]


class FakeEmbedder:
    def embed(self, text: str) -> list[float]:
        try:
            return model.encode(text).tolist()
        except Exception:
            return [0.0] * 384  # ok: zero-vector-on-embedding-failure
