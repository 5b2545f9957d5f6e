"""The entry point offers a revision beside the model."""

import argparse

from sentence_transformers import SentenceTransformer

parser = argparse.ArgumentParser()
parser.add_argument("--model", default="BAAI/bge-small-en-v1.5")
parser.add_argument("--revision", default="5c38ec7c405ec4b44b94cc5a9bb96e735b38267a")
args = parser.parse_args()

encoder = SentenceTransformer(args.model, revision=args.revision)  # ok: hf-revision-unpinned
print(encoder.encode("hello").shape)
