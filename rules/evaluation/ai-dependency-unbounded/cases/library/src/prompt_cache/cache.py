import diskcache
from openai import OpenAI


class CachedClient:
    def __init__(self, client: OpenAI, folder: str) -> None:
        self.client = client
        self.cache = diskcache.Cache(folder)

    def ask(self, model: str, text: str) -> str:
        key = (model, text)
        if key not in self.cache:
            self.cache[key] = self.client.responses.create(model=model, input=text).output_text
        return self.cache[key]
