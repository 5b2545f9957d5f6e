from datasets import load_dataset
from trl import GRPOConfig, GRPOTrainer

data = load_dataset("json", data_files="sums.jsonl")["train"]


def right(completions: list[str], solution: list[str], **_) -> list[float]:
    return [float(text.strip() == wanted) for text, wanted in zip(completions, solution, strict=True)]


trainer = GRPOTrainer(model="Qwen/Qwen2.5-0.5B", reward_funcs=right, args=GRPOConfig(output_dir="out"), train_dataset=data)
trainer.train()  # ok: finetune-without-validation
