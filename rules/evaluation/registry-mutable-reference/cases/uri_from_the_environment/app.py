import os

import mlflow.pyfunc
from langchain import hub

MODEL_URI = os.environ["MODEL_URI"]
PROMPT = "support/answer:8d1f0c2e"

model = mlflow.pyfunc.load_model(MODEL_URI)
prompt = hub.pull(PROMPT)


def answer(row: list[float]) -> float:
    return float(model.predict([row])[0])


if __name__ == "__main__":
    print(answer([1.0]))
