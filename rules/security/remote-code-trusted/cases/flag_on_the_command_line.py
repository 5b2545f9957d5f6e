"""A flag that is off unless somebody sets it."""

import argparse

from transformers import AutoModelForCausalLM

parser = argparse.ArgumentParser()
parser.add_argument("model")
parser.add_argument("--revision", required=True)
parser.add_argument("--trust-remote-code", action="store_true")
args = parser.parse_args()

model = AutoModelForCausalLM.from_pretrained(args.model, revision=args.revision, trust_remote_code=args.trust_remote_code)  # ok: remote-code-trusted
print(model.num_parameters())
