from datasets import Dataset
from ragas import evaluate
from ragas.metrics import answer_relevancy


def scores(rows: list[dict]):
    return evaluate(Dataset.from_list(rows), metrics=[answer_relevancy])
