import logging
import os

import ollama
from anthropic import Anthropic

log = logging.getLogger(__name__)


class Agent:
    model = "claude-opus-4-8"

    def __init__(self) -> None:
        self.client = Anthropic(timeout=60)  # ok: llm-call-no-timeout


class LocalAgent:
    model = "llama3.1:8b"

    def __init__(self, host: str | None = None) -> None:
        self.client = ollama.Client(host=host or os.environ["OLLAMA_HOST"])  # ruleid: llm-call-no-timeout
