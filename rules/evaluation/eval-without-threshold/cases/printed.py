import json
from pathlib import Path

from datasets import Dataset
from ragas import evaluate
from ragas.metrics import answer_relevancy, faithfulness

rows = [json.loads(line) for line in Path("golden.jsonl").read_text().splitlines()]
result = evaluate(Dataset.from_list(rows), metrics=[faithfulness, answer_relevancy])  # ruleid: eval-without-threshold
print(result)
result.to_pandas().to_csv("scores.csv")
