import json
import sys
from pathlib import Path

from evals.scores import scores

rows = [json.loads(line) for line in Path("evals/golden.jsonl").read_text().splitlines()]
worst = min(scores(rows))
sys.exit(0 if worst >= 0.6 else 1)
