import anthropic

client = anthropic.Anthropic()

TRIAGE = """You sort letters.
Answer with one word: complaint, praise or question.
If in doubt, say complaint.
"""


def triage(letter: str) -> str:
    reply = client.messages.create(
        model="claude-sonnet-4-5-20250929", max_tokens=20, system=TRIAGE, messages=[{"role": "user", "content": letter}]
    )
    return reply.content[0].text


def summary(letter: str) -> str:
    reply = client.messages.create(
        model="claude-sonnet-4-5-20250929",
        max_tokens=300,
        system="You put letters into two sentences. Keep the names.",
        messages=[{"role": "user", "content": letter}],
    )
    return reply.content[0].text
