"""The Trainer of transformers has a seed of its own, and the split is given one."""

from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, Trainer, TrainingArguments

data = load_dataset("csv", data_files="tickets.csv")["train"].train_test_split(test_size=0.1, seed=11)
model = AutoModelForSequenceClassification.from_pretrained("./base", num_labels=4)
trainer = Trainer(model=model, args=TrainingArguments("out", num_train_epochs=2), train_dataset=data["train"], eval_dataset=data["test"])
trainer.train()  # ok: unseeded-training
