"""The Trainer is seeded by default, the split of the data is not."""

from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, Trainer, TrainingArguments

data = load_dataset("csv", data_files="tickets.csv")["train"].train_test_split(test_size=0.1)
model = AutoModelForSequenceClassification.from_pretrained("./base", num_labels=4)
trainer = Trainer(model=model, args=TrainingArguments("out"), train_dataset=data["train"], eval_dataset=data["test"])
trainer.train()  # ruleid: unseeded-training
