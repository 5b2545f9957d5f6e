import json
from pathlib import Path

from app import refund

cases = [json.loads(line) for line in Path("evals/refund.jsonl").read_text().splitlines()]
score = sum(case["expected"] in refund(case["input"]) for case in cases) / len(cases)
if __name__ == "__main__":
    print(score)
