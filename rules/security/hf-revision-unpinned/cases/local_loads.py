"""What is loaded here does not come from the hub."""

import os
import sys
from pathlib import Path

from sentence_transformers import SentenceTransformer
from transformers import AutoConfig, AutoModelForCausalLM, AutoTokenizer

CHECKPOINT = Path(__file__).parent / "checkpoint"

tokenizer = AutoTokenizer.from_pretrained("./checkpoint")  # ok: hf-revision-unpinned
model = AutoModelForCausalLM.from_pretrained(CHECKPOINT)  # ok: hf-revision-unpinned
encoder = SentenceTransformer("/opt/models/bge-small")  # ok: hf-revision-unpinned
chosen = AutoModelForCausalLM.from_pretrained(os.environ["MODEL_DIR"])  # ok: hf-revision-unpinned
fresh = AutoModelForCausalLM.from_config(AutoConfig.from_pretrained("./checkpoint"))  # ok: hf-revision-unpinned
model.save_pretrained("org/our-model")  # ok: hf-revision-unpinned


class Ranker:
    """A model of our own, with a loader of the same name."""

    @classmethod
    def from_pretrained(cls, name: str) -> "Ranker":
        return cls()


ranker = Ranker.from_pretrained("ourteam/ranker")  # ok: hf-revision-unpinned

if __name__ == "__main__":
    print(encoder.encode(sys.argv[1:]).shape)
