"""Data sets of the hub."""

from datasets import load_dataset, load_dataset_builder
from huggingface_hub import hf_hub_download, snapshot_download

COMMIT = "3f2c9a7e1b5d4c6f8a0e2d4b6c8f0a1e3d5b7c9f"
NAME = "squad_v2/extended"

# one finding for the data set, at its first load
train = load_dataset("rajpurkar/squad_v2", split="train")  # ruleid: hf-dataset-unpinned
validation = load_dataset("rajpurkar/squad_v2", split="validation")
named = load_dataset(NAME)  # ruleid: hf-dataset-unpinned
moving = load_dataset("tatsu-lab/alpaca", revision="main")  # ruleid: hf-dataset-unpinned
streamed = load_dataset("allenai/c4", "en", streaming=True)  # ruleid: hf-dataset-unpinned
builder = load_dataset_builder("cornell-movie-review-data/rotten_tomatoes")  # ruleid: hf-dataset-unpinned
one_file = hf_hub_download("OpenAssistant/oasst1", "2023-04-12_oasst_ready.trees.jsonl.gz", repo_type="dataset")  # ruleid: hf-dataset-unpinned
folder = snapshot_download("HuggingFaceH4/ultrachat_200k", repo_type="dataset", allow_patterns="*.parquet")  # ruleid: hf-dataset-unpinned

pinned = load_dataset("yahma/alpaca-cleaned", revision=COMMIT)  # ok: hf-dataset-unpinned
tagged = load_dataset("fka/prompts", revision="v1.0")  # ok: hf-dataset-unpinned
pinned_folder = snapshot_download("HuggingFaceH4/no_robots", repo_type="dataset", revision=COMMIT)  # ok: hf-dataset-unpinned
