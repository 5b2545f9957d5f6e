"""Lists of texts per call, and single questions."""

from itertools import batched

import boto3
import numpy as np
from langchain_mistralai import MistralAIEmbeddings
from openai import OpenAI
from sentence_transformers import SentenceTransformer

client = OpenAI(timeout=30)
mistral = MistralAIEmbeddings(model="mistral-embed-2312")
encoder = SentenceTransformer("/models/bge-small")
bedrock = boto3.client("bedrock-runtime")
MODEL = "text-embedding-3-small"


def all_at_once(texts: list[str]) -> list[list[float]]:
    return [item.embedding for item in client.embeddings.create(model=MODEL, input=texts).data]  # ok: embedding-call-per-item


def by_batches(texts: list[str]) -> list[list[float]]:
    vectors = []
    for batch in batched(texts, 512):
        reply = client.embeddings.create(model=MODEL, input=list(batch))  # ok: embedding-call-per-item
        vectors += [item.embedding for item in reply.data]
    return vectors


def by_slices(texts: list[str], size: int = 256) -> list[list[float]]:
    vectors = []
    for start in range(0, len(texts), size):
        vectors += mistral.embed_documents(texts[start : start + size])  # ok: embedding-call-per-item
    return vectors


def by_parts(texts: list[str]) -> np.ndarray:
    parts = [encoder.encode(part.tolist()) for part in np.array_split(np.array(texts), 8)]  # ok: embedding-call-per-item
    return np.concatenate(parts)


def text_batches(groups: list[list[str]]) -> list:
    vectors = []
    for text_batch in groups:
        vectors.extend(encoder.encode(text_batch))  # ok: embedding-call-per-item
    return vectors


def question(text: str) -> list[float]:
    return client.embeddings.create(model=MODEL, input=text).data[0].embedding  # ok: embedding-call-per-item


def titan(texts: list[str]) -> list:
    bodies = [f'{{"inputText": "{text}"}}' for text in texts]
    return [bedrock.invoke_model(modelId="amazon.titan-embed-text-v2:0", body=body) for body in bodies]  # ok: embedding-call-per-item
