import mlflow
from mlflow.models import MetricThreshold

with mlflow.start_run():
    result = mlflow.evaluate("models:/answers/3", "golden.csv", model_type="question-answering")  # ok: eval-without-threshold
    thresholds = {"exact_match/v1": MetricThreshold(threshold=0.7, greater_is_better=True)}
    mlflow.validate_evaluation_results(candidate_result=result, validation_thresholds=thresholds)
