"""Accuracy on the golden set; exits 1 below the threshold."""

import json
import sys
from pathlib import Path

from letters.classify import classify

THRESHOLD = 0.9


def main() -> int:
    rows = [json.loads(line) for line in Path(__file__).with_name("golden.jsonl").read_text().splitlines()]
    right = sum(classify(row["text"]) == row["label"] for row in rows)
    accuracy = right / len(rows)
    print(f"accuracy {accuracy:.2f} on {len(rows)} letters")
    return 0 if accuracy >= THRESHOLD else 1


if __name__ == "__main__":
    sys.exit(main())
