from datasets import load_dataset
from transformers import AutoModelForCausalLM, HfArgumentParser, Trainer, TrainingArguments

(arguments,) = HfArgumentParser(TrainingArguments).parse_args_into_dataclasses()
data = load_dataset("json", data_files="alpaca.json")["train"].train_test_split(test_size=0.02, seed=42)
trainer = Trainer(
    model=AutoModelForCausalLM.from_pretrained("Qwen/Qwen2.5-0.5B", revision="060db6499f32faf8b98477b0a26969ef7d8b9987"),
    args=arguments,
    **{"train_dataset": data["train"], "eval_dataset": data["test"]},
)
if arguments.resume_from_checkpoint:
    trainer.train(resume_from_checkpoint=True)  # ok: finetune-without-validation
else:
    trainer.train()  # ok: finetune-without-validation
