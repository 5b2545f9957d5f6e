from datasets import load_dataset
from transformers import AutoModelForSequenceClassification, Trainer, TrainingArguments

data = load_dataset("csv", data_files="mails.csv")["train"].train_test_split(0.2, seed=1)
model = AutoModelForSequenceClassification.from_pretrained("bert-base-uncased", revision="86b5e0934494bd15c9632b12f734a8a67f723594")
trainer = Trainer(model=model, args=TrainingArguments("out"), train_dataset=data["train"])
trainer.train()  # ok: finetune-without-validation
print(trainer.evaluate(data["test"]))
