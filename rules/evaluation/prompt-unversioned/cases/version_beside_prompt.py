"""Prompts that stay in the code, with something that identifies their version."""

import hashlib
import logging

from anthropic import Anthropic
from openai import OpenAI

log = logging.getLogger(__name__)
client = OpenAI(timeout=30)
claude = Anthropic(timeout=30)

SUPPORT_PROMPT_VERSION = "2026-10-02"
# ok: prompt-unversioned
SUPPORT_PROMPT = """You are the support assistant of a bank.
Answer from the terms below only.
Refuse questions about other customers.
Close with the number of the clause you used."""

EXTRACT = {
    "name": "extract-invoice",
    "version": 7,
    # ok: prompt-unversioned
    "text": """You read invoices.
Return seller, number, date and total.
Leave out what is not on the invoice.
Dates are written as year, month and day.""",
}

# ok: prompt-unversioned
TRIAGE = """You sort incoming tickets.
Reply with one of: outage, billing, moving, other.
If the customer mentions smoke or fire, reply with: emergency.
Never reply with anything else."""
TRIAGE_HASH = hashlib.sha256(TRIAGE.encode()).hexdigest()[:12]


def answer(question: str) -> str:
    messages = [{"role": "system", "content": SUPPORT_PROMPT}, {"role": "user", "content": question}]
    metadata = {"prompt": "support", "prompt_version": SUPPORT_PROMPT_VERSION}
    reply = client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, metadata=metadata)
    return reply.choices[0].message.content


def extract(invoice: str) -> str:
    messages = [{"role": "user", "content": invoice}]
    return claude.messages.create(model="claude-opus-4-8", max_tokens=300, system=EXTRACT["text"], messages=messages).content[0].text


def triage(ticket: str) -> str:
    reply = client.responses.create(model="gpt-4.1-2025-04-14", instructions=TRIAGE, input=ticket)
    log.info("triage", extra={"prompt_hash": TRIAGE_HASH, "tokens": reply.usage.total_tokens})
    return reply.output_text
