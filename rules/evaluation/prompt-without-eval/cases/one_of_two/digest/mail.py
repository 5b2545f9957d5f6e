from digest.model import ask

MAIL = """Write a short mail that sends the summary to the team.
Be friendly and plain.
Do not repeat the summary."""


def write_mail(summary: str) -> str:
    return ask(MAIL, summary)
