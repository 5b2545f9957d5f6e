"""Rows of a table, in dictionaries."""

import anthropic
import structlog

log = structlog.get_logger()
client = anthropic.Anthropic(timeout=60)


def letter(row: dict[str, str]) -> str:
    log.info("letter", employee=row["id"], team=row["team"])  # ok: pii-in-prompt-or-log
    log.info("letter", employee=row["id"], iban=row["iban"])  # ruleid: pii-in-prompt-or-log
    prompt = "Write a letter about the new salary, which is {salary}.".format(salary=row["salary"])
    messages = [{"role": "user", "content": prompt}]  # ruleid: pii-in-prompt-or-log
    return client.messages.create(model="claude-opus-4-8", max_tokens=500, messages=messages).content[0].text


def invitation(row: dict[str, str]) -> str:
    log.info("paid", amount_known=row["salary"] is not None, digits=len(row["iban"]))  # ok: pii-in-prompt-or-log
    messages = [{"role": "user", "content": f"Invite {row['name']} of {row['team']} to the party."}]  # ok: pii-in-prompt-or-log
    return client.messages.create(model="claude-opus-4-8", max_tokens=500, messages=messages).content[0].text
