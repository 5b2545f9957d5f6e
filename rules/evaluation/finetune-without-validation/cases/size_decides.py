import sys

from datasets import load_dataset
from transformers import AutoModelForCausalLM, Trainer, TrainingArguments

SIZE = int(sys.argv[1])
data = load_dataset("json", data_files="alpaca.json")["train"]
if SIZE > 0:
    parts = data.train_test_split(test_size=SIZE, seed=42)
    train, held_out = parts["train"], parts["test"]
else:
    train, held_out = data, None

trainer = Trainer(
    model=AutoModelForCausalLM.from_pretrained("Qwen/Qwen2.5-0.5B", revision="060db6499f32faf8b98477b0a26969ef7d8b9987"),
    train_dataset=train,
    eval_dataset=held_out,
    args=TrainingArguments(output_dir="out", eval_strategy="steps" if SIZE > 0 else "no"),
)
trainer.train()  # ok: finetune-without-validation
