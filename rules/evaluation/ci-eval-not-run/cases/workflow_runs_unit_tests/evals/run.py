import json
import sys
from pathlib import Path

from app.main import label


def main() -> int:
    rows = [json.loads(line) for line in Path(__file__).with_name("golden.jsonl").read_text().splitlines()]
    accuracy = sum(label(row["text"]) == row["label"] for row in rows) / len(rows)
    print(f"accuracy {accuracy:.2f}")
    return int(accuracy < 0.9)


if __name__ == "__main__":
    sys.exit(main())
