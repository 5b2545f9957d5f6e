from mistralai import Mistral

from llm import send

mistral = Mistral(timeout_ms=30_000)


def answer(question: str) -> str:
    return send(messages=[{"role": "user", "content": question}]).content[0].text  # ok: no-system-instruction


def second(question: str) -> str:
    # ruleid: no-system-instruction
    reply = mistral.chat.complete(model="mistral-large-2512", messages=[{"role": "user", "content": question}])
    return reply.choices[0].message.content
