import json
from pathlib import Path

from evals.scores import scores

if __name__ == "__main__":
    rows = [json.loads(line) for line in Path("evals/golden.jsonl").read_text().splitlines()]
    print(scores(rows))
