"""Tickets: the prompt is made here, asked in another module, and logged by a third."""

from app.journal import journal
from app.model import complete


def summarise(ticket: dict[str, str]) -> str:
    journal.info(f"ticket {ticket['id']}")  # ok: prompt-logged
    prompt = f"Summarise this ticket in a sentence:\n{ticket['body']}"
    journal.debug(prompt)  # ok: prompt-logged
    journal.info(prompt)  # ruleid: prompt-logged
    summary = complete(prompt)
    journal.info("summary: " + summary)  # ruleid: prompt-logged
    journal.info(f"summary of {len(summary)} characters")  # ok: prompt-logged
    return summary
