import os

import google.auth
from google import genai
from google.oauth2 import service_account


def client() -> genai.Client:
    if path := os.environ.get("KEY_FILE"):
        credentials = service_account.Credentials.from_service_account_file(path)  # ok: cloud-static-credentials
    else:
        credentials, _ = google.auth.default()
    return genai.Client(vertexai=True, credentials=credentials, project="shop", location="europe-west1")
