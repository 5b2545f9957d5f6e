import os

from google import genai
from google.genai import types
from mistralai import Mistral


class GeminiProvider:
    def __init__(self) -> None:
        self.client = genai.Client(http_options=types.HttpOptions(timeout=60_000))  # ok: llm-call-no-retry


class MistralProvider:
    def __init__(self) -> None:
        self.client = Mistral(api_key=os.environ["MISTRAL_API_KEY"], timeout_ms=60_000)  # ruleid: llm-call-no-retry
