from digest.model import ask

SUMMARY = """Summarise the minutes of the meeting.
List decisions first, then open questions.
Name who is responsible for each."""


def summarise(minutes: str) -> str:
    return ask(SUMMARY, minutes)
