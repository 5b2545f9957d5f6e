from datasets import Dataset
from ragas import evaluate
from ragas.metrics import faithfulness


def scores(rows: list[dict]) -> list[float]:
    return evaluate(Dataset.from_list(rows), metrics=[faithfulness])["faithfulness"]
