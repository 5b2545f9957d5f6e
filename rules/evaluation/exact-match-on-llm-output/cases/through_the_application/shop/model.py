from mistralai import Mistral

client = Mistral(timeout_ms=20_000)


def complete(prompt: str) -> str:
    reply = client.chat.complete(model="mistral-large-2411", messages=[{"role": "user", "content": prompt}])
    return reply.choices[0].message.content
