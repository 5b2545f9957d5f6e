import ollama

from base import Provider


class Local(Provider):
    def __init__(self) -> None:
        self.client = ollama.Client(timeout=60)  # ok: llm-call-no-retry
        self.other = ollama.Client(timeout=60)  # ruleid: llm-call-no-retry

    def complete(self, prompt: str) -> str:
        return self.client.generate(model="llama3.1:8b", prompt=prompt).response

    def title(self, text: str) -> str:
        return self.other.generate(model="llama3.1:8b", prompt=f"Title: {text}").response
