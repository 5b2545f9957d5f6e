from datasets import load_dataset
from transformers import AutoModelForCausalLM
from trl import DPOTrainer, SFTConfig, SFTTrainer

data = load_dataset("json", data_files="tickets.jsonl")["train"]
parts = data.train_test_split(test_size=0.1, seed=7)
model = AutoModelForCausalLM.from_pretrained("Qwen/Qwen2.5-0.5B", revision="060db6499f32faf8b98477b0a26969ef7d8b9987")

blind = SFTTrainer(model=model, args=SFTConfig(output_dir="out"), train_dataset=data)
blind.train()  # ruleid: finetune-without-validation

told = SFTTrainer(
    model=model, args=SFTConfig(output_dir="out", eval_strategy="steps"), train_dataset=parts["train"], eval_dataset=parts["test"]
)
told.train()  # ok: finetune-without-validation

idle = SFTTrainer(model=model, args=SFTConfig(output_dir="out"), train_dataset=parts["train"], eval_dataset=parts["test"])
idle.train()  # ruleid: finetune-without-validation

preferred = DPOTrainer(model=model, train_dataset=data, eval_dataset=None)
preferred.train()  # ruleid: finetune-without-validation
