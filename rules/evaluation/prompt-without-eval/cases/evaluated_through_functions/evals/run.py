import json
import sys
from pathlib import Path

from letters.classify import Classifier


def main() -> int:
    classifier = Classifier()
    rows = [json.loads(line) for line in Path(__file__).with_name("golden.jsonl").read_text().splitlines()]
    accuracy = sum(classifier.label(row["text"]) == row["label"] for row in rows) / len(rows)
    print(f"accuracy {accuracy:.2f}")
    return 0 if accuracy >= 0.9 else 1


if __name__ == "__main__":
    sys.exit(main())
