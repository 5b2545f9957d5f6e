from anthropic import Anthropic

from app import prompts
from app.config import FALLBACK_INSTRUCTIONS, MODEL, PROMPTS
from app.texts.roles import CLERK, TRANSLATOR

client = Anthropic(timeout=30)


def complete(system: str, text: str) -> str:
    reply = client.messages.create(model=MODEL, max_tokens=800, system=system, messages=[{"role": "user", "content": text}])
    return reply.content[0].text


def summarise(decision: str, language: str) -> str:
    return complete(prompts.with_language(language), decision)


def explain(entry: str) -> str:
    return complete(CLERK, entry)


def translate(letter: str) -> str:
    return complete(TRANSLATOR, letter)


def reply_to(letter: str) -> str:
    return complete((PROMPTS / "letters.md").read_text(), letter)


def opening_hours(question: str) -> str:
    return complete(FALLBACK_INSTRUCTIONS, question)


def deadline(letter: str) -> str:
    # ruleid: prompt-unversioned
    return complete("""You look for deadlines in official letters.
Reply with the date alone, as year, month and day.
If there are several, reply with the earliest.
If there is none, reply with: none.""", letter)
