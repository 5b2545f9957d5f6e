import json
import sys
from pathlib import Path

import requests

CASES = json.loads(Path(__file__).with_name("cases.json").read_text())


def main() -> int:
    score = 0
    for case in CASES:
        answer = requests.post("http://localhost:8000/ask", params={"question": case["question"]}, timeout=60).json()
        score += case["expected"] in answer
    return 0 if score == len(CASES) else 1


if __name__ == "__main__":
    sys.exit(main())
