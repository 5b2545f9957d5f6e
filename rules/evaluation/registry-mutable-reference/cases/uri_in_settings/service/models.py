import mlflow.pyfunc

from service import settings
from service.settings import FALLBACK_URI


def load():
    return mlflow.pyfunc.load_model(settings.MODEL_URI)


def load_fallback():
    return mlflow.pyfunc.load_model(FALLBACK_URI)
