"""Pickles that hold no model: Bandit's matter, not this rule's."""

import pickle
from pathlib import Path

from openai import OpenAI

client = OpenAI(timeout=30)
RUNS = Path("runs")


def progress(run: str) -> dict:
    with (RUNS / run / "progress.pkl").open("rb") as file:
        return pickle.load(file)  # ok: unsafe-model-deserialization


def parameters(run: str) -> dict:
    with open(RUNS / run / "params.pkl", "rb") as file:
        return pickle.load(file)  # ok: unsafe-model-deserialization


def index(folder: str) -> object:
    with open(Path(folder) / "faiss_store.pkl", "rb") as file:
        return pickle.load(file)  # ruleid: unsafe-model-deserialization


def summary(run: str) -> str:
    return client.responses.create(model="gpt-4.1-2025-04-14", input=str(progress(run))).output_text
