import json
from pathlib import Path

from app.main import answer


def main() -> None:
    cases = [json.loads(line) for line in Path("evals/cases.jsonl").read_text().splitlines()]
    score = sum(case["expected"] in answer(case["question"]) for case in cases) / len(cases)
    print(f"score {score:.2f}")


if __name__ == "__main__":
    main()
