"""Ids that others are compared with, or that name a tokenizer: nothing is asked by them."""

import tiktoken
from openai import OpenAI

client = OpenAI(timeout=30)
LEGACY_MODEL = "dall-e-2"  # ok: model-retired
TOKENIZER_MODEL = "gpt-3.5-turbo"  # ok: model-retired
FALLBACK_MODEL = "gpt-4-32k"  # ruleid: model-retired
UNUSED_MODEL = "text-davinci-003"  # ruleid: model-retired


class Images:
    _SMALL_MODEL_NAME = "dall-e-3"  # ok: model-retired

    def size(self, model: str) -> str:
        if model.lower() == LEGACY_MODEL:
            return "512x512"
        return "1024x1024" if model == self._SMALL_MODEL_NAME else "auto"


def count_tokens(text: str) -> int:
    return len(tiktoken.encoding_for_model(TOKENIZER_MODEL).encode(text))


def answer(question: str, model: str) -> str:
    chosen = FALLBACK_MODEL if model == FALLBACK_MODEL or not model else model
    reply = client.chat.completions.create(model=chosen, messages=[{"role": "user", "content": question}])
    return reply.choices[0].message.content
