from pathlib import Path

import anthropic

client = anthropic.Anthropic(timeout=30)
TRIAGE = Path(__file__).with_name("prompts").joinpath("triage.md").read_text(encoding="utf-8")


def triage(ticket: str) -> str:
    messages = [{"role": "user", "content": TRIAGE.format(ticket=ticket)}]
    reply = client.messages.create(model="claude-sonnet-4-5-20250929", max_tokens=200, messages=messages)
    return reply.content[0].text


if __name__ == "__main__":
    print(triage(input("Ticket: ")))
