from datasets import load_dataset
from transformers import AutoModelForCausalLM, Trainer, TrainingArguments


def build(path: str) -> Trainer:
    data = load_dataset("json", data_files=path)["train"]
    model = AutoModelForCausalLM.from_pretrained("Qwen/Qwen2.5-0.5B", revision="060db6499f32faf8b98477b0a26969ef7d8b9987")
    arguments = TrainingArguments(output_dir="out", num_train_epochs=3)
    return Trainer(model=model, args=arguments, train_dataset=data)
