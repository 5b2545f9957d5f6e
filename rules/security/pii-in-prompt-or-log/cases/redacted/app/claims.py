"""Claims, read by a model after the names are hidden."""

import logging

from mistralai import Mistral

from app.hiding import without_names

log = logging.getLogger(__name__)
client = Mistral(api_key="", timeout_ms=30000)


def assess(claim: dict[str, str]) -> str:
    text = without_names(f"{claim['passport_number']}, born {claim['date_of_birth']}: {claim['text']}")
    messages = [{"role": "user", "content": text}]  # ok: pii-in-prompt-or-log
    log.info("claim %s", claim["number"])  # ok: pii-in-prompt-or-log
    log.info("claim of %s", claim["passport_number"])  # ruleid: pii-in-prompt-or-log
    return client.chat.complete(model="mistral-small-2503", messages=messages).choices[0].message.content
