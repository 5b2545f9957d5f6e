from langsmith import Client
from langsmith.schemas import Example, Run

client = Client()


def same_label(run: Run, example: Example) -> dict:
    return {"key": "same_label", "score": run.outputs["label"] == example.outputs["label"]}


def main() -> None:
    client.evaluate(lambda inputs: {"label": "other"}, data="letters", evaluators=[same_label])  # ruleid: eval-without-threshold


if __name__ == "__main__":
    main()
