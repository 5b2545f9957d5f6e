"""`eval` and `exec` that have nothing to do with a model's text."""

import ast
import runpy
import sys
from pathlib import Path

import torch
from transformers import AutoModelForCausalLM, AutoTokenizer

CONFIG = Path("config.py")
batch_size = 8

exec(CONFIG.read_text())  # ok: llm-output-to-code-execution
for argument in sys.argv[1:]:
    key, _, value = argument.removeprefix("--").partition("=")
    globals()[key] = ast.literal_eval(value)  # ok: llm-output-to-code-execution

tokenizer = AutoTokenizer.from_pretrained("./checkpoint")
model = AutoModelForCausalLM.from_pretrained("./checkpoint")
model.eval()  # ok: llm-output-to-code-execution


@torch.inference_mode()
def complete(prompt: str) -> list[str]:
    inputs = tokenizer(prompt, return_tensors="pt")
    text = tokenizer.decode(model.generate(**inputs, max_new_tokens=50)[0])
    return list(ast.literal_eval(text.splitlines()[-1]))  # ok: llm-output-to-code-execution


if __name__ == "__main__":
    runpy.run_path("startup.py")  # ok: llm-output-to-code-execution
