import argparse
import json
import sys
from pathlib import Path

from labels import label


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--threshold", type=float, default=0.9)
    rows = json.loads(Path(__file__).with_name("golden.json").read_text())
    accuracy = sum(label(row["text"]) == row["expected"] for row in rows) / len(rows)
    return int(accuracy < parser.parse_args().threshold)


if __name__ == "__main__":
    sys.exit(main())
