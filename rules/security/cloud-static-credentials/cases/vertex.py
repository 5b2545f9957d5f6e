import vertexai
from google.oauth2 import service_account
from vertexai.generative_models import GenerativeModel

credentials = service_account.Credentials.from_service_account_file("service-account.json")  # ruleid: cloud-static-credentials
vertexai.init(project="shop", location="europe-west1", credentials=credentials)
model = GenerativeModel("gemini-2.5-flash")


def answer(question: str) -> str:
    return model.generate_content(question).text


def tenant(keyfile: dict) -> service_account.Credentials:
    return service_account.Credentials.from_service_account_info(keyfile)  # ok: cloud-static-credentials
