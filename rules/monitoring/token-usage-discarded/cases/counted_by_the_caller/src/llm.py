import tiktoken

from src.providers.mistral_provider import MistralProvider
from src.providers.openai_provider import OpenAIProvider
from src.state import add_tokens

ENCODING = tiktoken.get_encoding("cl100k_base")


class LLM:
    def __init__(self, provider: str, model: str) -> None:
        self.provider = OpenAIProvider() if provider == "openai" else MistralProvider()
        self.model = model

    def inference(self, prompt: str, project: str) -> str:
        answer = self.provider.inference(self.model, prompt)
        add_tokens(project, len(ENCODING.encode(prompt)) + len(ENCODING.encode(answer)))
        return answer
