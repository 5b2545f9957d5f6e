"""A limit for the whole module: some releases of litellm ignore it, so nothing can be said."""

import litellm
from litellm import completion

litellm.request_timeout = 30


def ask(question: str) -> str:
    messages = [{"role": "user", "content": question}]
    reply = completion(model="mistral/mistral-large-2512", messages=messages)  # ok: llm-call-no-timeout
    return reply.choices[0].message.content
