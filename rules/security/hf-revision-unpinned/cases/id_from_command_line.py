"""Fine-tuning whose model comes from the command line, without a revision beside it."""

import argparse

from transformers import AutoModelForCausalLM, AutoTokenizer

parser = argparse.ArgumentParser()
parser.add_argument("--base-model", default="mistralai/Mistral-7B-v0.3")
parser.add_argument("--output-dir", default="out")
args = parser.parse_args()

model = AutoModelForCausalLM.from_pretrained(args.base_model)  # ruleid: hf-revision-unpinned
tokenizer = AutoTokenizer.from_pretrained(args.base_model)
tokenizer.save_pretrained(args.output_dir)
model.save_pretrained(args.output_dir)
