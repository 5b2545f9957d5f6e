"""Pickles that hold no model: cookies, caches, messages; and one whose digest is checked."""

import hashlib
import os
import pickle
from pathlib import Path

import redis
import torch
from sentence_transformers import SentenceTransformer

cache = redis.Redis()
encoder = SentenceTransformer("/models/bge-small")
EXPECTED = os.environ["INDEX_SHA256"]


def cookies(path: str = "cookies.dat") -> list[dict]:
    with open(path, "rb") as file:
        return pickle.load(file)  # ok: unsafe-model-deserialization


def cached(key: str) -> object | None:
    body = cache.get(key)
    return pickle.loads(body) if body else None  # ok: unsafe-model-deserialization


def message(body: bytes) -> dict:
    return pickle.loads(body)  # ok: unsafe-model-deserialization


def checked_index(path: Path = Path("index.pkl")) -> dict:
    body = path.read_bytes()
    if hashlib.sha256(body).hexdigest() != EXPECTED:
        raise ValueError(f"{path} is not the index that was built")
    return pickle.loads(body)  # ok: unsafe-model-deserialization


def nearest(question: str) -> list[int]:
    scores = torch.tensor(encoder.encode(question))
    return torch.topk(scores, 3).indices.tolist()
