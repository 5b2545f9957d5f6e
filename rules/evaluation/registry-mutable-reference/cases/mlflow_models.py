import mlflow
import mlflow.pyfunc
from mlflow.tracking import MlflowClient

NAME = "churn"
NEWEST = "models:/churn/latest"

newest = mlflow.pyfunc.load_model(NEWEST)  # ruleid: registry-mutable-reference
stage = mlflow.sklearn.load_model(f"models:/{NAME}/Production")  # ruleid: registry-mutable-reference
champion = mlflow.pyfunc.load_model(f"models:/{NAME}@champion")  # ok: registry-mutable-reference
numbered = mlflow.pyfunc.load_model("models:/churn/17")  # ok: registry-mutable-reference
logged = mlflow.pyfunc.load_model("models:/m-2f6e1b0c9d")  # ok: registry-mutable-reference
of_run = mlflow.pyfunc.load_model("runs:/5f3c8e/model")  # ok: registry-mutable-reference
local = mlflow.pyfunc.load_model("./model")  # ok: registry-mutable-reference


def load(version: str):
    return mlflow.pyfunc.load_model(f"models:/{NAME}/{version}")  # ok: registry-mutable-reference


def serving_version() -> str:
    client = MlflowClient()
    found = client.get_latest_versions(NAME, stages=["Production"])  # ruleid: registry-mutable-reference
    return found[0].version


def promoted_version() -> str:
    return MlflowClient().get_model_version_by_alias(NAME, "champion").version  # ok: registry-mutable-reference
