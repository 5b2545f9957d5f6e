from mistralai import Mistral

client = Mistral(timeout_ms=30_000)


def complete(text: str) -> str:
    messages = [{"role": "user", "content": text}]
    return client.chat.complete(model="mistral-large-2512", messages=messages).choices[0].message.content
