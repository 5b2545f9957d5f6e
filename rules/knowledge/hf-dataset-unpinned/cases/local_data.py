"""Data from disk, and models, which are another rule's matter."""

import os

from datasets import load_dataset, load_from_disk
from huggingface_hub import snapshot_download

rows = load_dataset("json", data_files="data/train.jsonl")  # ok: hf-dataset-unpinned
tables = load_dataset("csv", data_files={"train": "data/train.csv", "test": "data/test.csv"})  # ok: hf-dataset-unpinned
remote = load_dataset("parquet", data_files="s3://our-bucket/train/*.parquet")  # ok: hf-dataset-unpinned
pictures = load_dataset("imagefolder", data_dir="pictures")  # ok: hf-dataset-unpinned
folder = load_dataset("./data/faq")  # ok: hf-dataset-unpinned
saved = load_from_disk("data/cleaned")  # ok: hf-dataset-unpinned
chosen = load_dataset(os.environ["DATA_DIR"])  # ok: hf-dataset-unpinned
weights = snapshot_download("BAAI/bge-m3")  # ok: hf-dataset-unpinned
