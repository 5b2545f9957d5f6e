"""Files that came over the network before they are opened."""

import io
import pickle

import boto3
import joblib
import requests
import torch
from huggingface_hub import hf_hub_download

s3 = boto3.client("s3")


def from_hub() -> dict:
    path = hf_hub_download("org/ranker", "pytorch_model.bin", revision="3f2c9a7e1b5d4c6f8a0e2d4b6c8f0a1e3d5b7c9f")
    return torch.load(path, weights_only=False)  # ruleid: unsafe-model-deserialization


def from_bucket(key: str) -> object:
    s3.download_file("models", key, "cache/model")
    return joblib.load("cache/model")  # ruleid: unsafe-model-deserialization


def from_web(url: str) -> object:
    body = requests.get(url, timeout=30).content
    return pickle.load(io.BytesIO(body))  # ruleid: unsafe-model-deserialization
