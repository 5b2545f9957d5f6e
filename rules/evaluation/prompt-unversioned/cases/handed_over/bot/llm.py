from functools import lru_cache

from mistralai import Mistral


@lru_cache
def client() -> Mistral:
    return Mistral(timeout_ms=30_000)


def chat(system: str, user: str, model: str = "mistral-large-2512") -> str:
    messages = [{"role": "system", "content": system}, {"role": "user", "content": user}]
    return client().chat.complete(model=model, messages=messages).choices[0].message.content
