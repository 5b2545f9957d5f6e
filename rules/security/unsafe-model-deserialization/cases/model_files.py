"""Model files read through pickle, and files that hold data alone."""

import pickle
from pathlib import Path

import joblib
import keras
import numpy as np
import torch
from langchain_community.vectorstores import FAISS
from langchain_openai import OpenAIEmbeddings
from safetensors.torch import load_file

MODELS = Path("models")

state = torch.load("models/ranker.pt", weights_only=False)  # ruleid: unsafe-model-deserialization
unpinned = torch.load(MODELS / "ranker.ckpt", map_location="cpu")  # ruleid: unsafe-model-deserialization
classifier = joblib.load("models/intent.joblib")  # ruleid: unsafe-model-deserialization
network = keras.models.load_model("models/scorer.keras", safe_mode=False)  # ruleid: unsafe-model-deserialization
vectors = np.load("models/vectors.npy", allow_pickle=True)  # ruleid: unsafe-model-deserialization
index = FAISS.load_local("index", OpenAIEmbeddings(), allow_dangerous_deserialization=True)  # ruleid: unsafe-model-deserialization

with open("models/vectorizer.pkl", "rb") as file:
    vectorizer = pickle.load(file)  # ruleid: unsafe-model-deserialization

safe_state = torch.load("models/ranker.pt", weights_only=True)  # ok: unsafe-model-deserialization
tensors = load_file("models/ranker.safetensors")  # ok: unsafe-model-deserialization
safe_network = keras.models.load_model("models/scorer.keras")  # ok: unsafe-model-deserialization
plain_vectors = np.load("models/vectors.npy")  # ok: unsafe-model-deserialization


def rank(texts: list[str]) -> list[float]:
    return classifier.predict_proba(vectorizer.transform(texts))[:, 1].tolist()
