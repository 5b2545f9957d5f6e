from datasets import Dataset, load_dataset

from settings import TEST, TRAIN


def train() -> Dataset:
    return load_dataset(**TRAIN, split="train")  # ok: hf-dataset-unpinned


def test() -> Dataset:
    return load_dataset(TEST, split="human")  # ruleid: hf-dataset-unpinned
