import json
from pathlib import Path

from datasets import Dataset
from ragas import evaluate
from ragas.metrics import faithfulness

rows = [json.loads(line) for line in Path("golden.jsonl").read_text().splitlines()]
result = evaluate(Dataset.from_list(rows), metrics=[faithfulness])  # ok: eval-without-threshold
scores = result["faithfulness"]
assert sum(scores) / len(scores) >= 0.85, scores
