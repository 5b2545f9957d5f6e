"""Vectors that stand for nothing, in the ways they are written."""

import logging
import random

import numpy as np
import torch
from langchain_openai import OpenAIEmbeddings
from openai import OpenAI, RateLimitError

log = logging.getLogger(__name__)
client = OpenAI()
embeddings = OpenAIEmbeddings(model="text-embedding-3-small")
NOTHING = [0.0] * 1536


def returned(text: str) -> list[float]:
    try:
        return client.embeddings.create(model="text-embedding-3-small", input=text).data[0].embedding
    except Exception as error:
        log.exception("embedding failed: %s", error)
        return [0.0] * 1536  # ruleid: zero-vector-on-embedding-failure


def named_error(text: str) -> list[float]:
    try:
        return embeddings.embed_query(text)
    except RateLimitError:
        return NOTHING  # ruleid: zero-vector-on-embedding-failure


def batch(texts: list[str]) -> list[list[float]]:
    try:
        return embeddings.embed_documents(texts)
    except Exception:
        return [[0.0] * 1536 for _ in texts]  # ruleid: zero-vector-on-embedding-failure


def stacked(texts: list[str]) -> torch.Tensor:
    rows = []
    for text in texts:
        try:
            rows += [torch.tensor(embeddings.embed_query(text))]
        except Exception as error:
            print(error)
            rows += [torch.zeros(1536)]  # ruleid: zero-vector-on-embedding-failure
    return torch.stack(rows)


def appended(texts: list[str]) -> list[list[float]]:
    vectors = []
    for text in texts:
        try:
            vectors.append(embeddings.embed_query(text))
        except Exception:
            vectors.append(np.zeros(1536).tolist())  # ruleid: zero-vector-on-embedding-failure
    return vectors


def empty_ones(texts: list[str]) -> list[list[float]]:
    vectors = []
    for text in texts:
        try:
            vectors.append(embeddings.embed_query(text))
        except Exception:
            vectors.append([])  # ruleid: zero-vector-on-embedding-failure
    return vectors


def drawn(text: str) -> np.ndarray:
    try:
        return np.array(embeddings.embed_query(text))
    except Exception:
        return np.random.rand(1536)  # ruleid: zero-vector-on-embedding-failure


def drawn_one_by_one(text: str) -> list[float]:
    try:
        return embeddings.embed_query(text)
    except Exception:
        return [random.random() for _ in range(1536)]  # ruleid: zero-vector-on-embedding-failure


def after_the_handler(text: str) -> list[float]:
    for attempt in range(3):
        try:
            return embeddings.embed_query(text)
        except Exception:
            log.warning("attempt %d failed", attempt)
    return [0.0] * 1536  # ruleid: zero-vector-on-embedding-failure


def rows_that_stay_zero(texts: list[str]) -> np.ndarray:
    matrix = np.zeros((len(texts), 1536))  # ruleid: zero-vector-on-embedding-failure
    for number, text in enumerate(texts):
        try:
            matrix[number] = embeddings.embed_query(text)
        except Exception:
            log.warning("no vector for %d", number)
    return matrix


def or_zeros(text: str) -> list[float]:
    return embeddings.embed_query(text) or [0.0] * 1536  # ruleid: zero-vector-on-embedding-failure


def in_a_branch(texts: list[str]) -> list[list[float]]:
    vectors = []
    for text in texts:
        vector = embeddings.embed_query(text)
        if vector:
            vectors.append(vector)
        else:
            vectors.append([0.0] * 1536)  # ruleid: zero-vector-on-embedding-failure
    return vectors
