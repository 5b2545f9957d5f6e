from pathlib import Path

from anthropic import Anthropic

client = Anthropic()
HERE = Path(__file__).parent / "prompts"
SORT = (HERE / "sort.txt").read_text(encoding="utf-8")


def load(name: str) -> str:
    return (HERE / f"{name}.md").read_text(encoding="utf-8")


def ask(prompt: str) -> str:
    reply = client.messages.create(model="claude-sonnet-4-5-20250929", max_tokens=300, messages=[{"role": "user", "content": prompt}])
    return reply.content[0].text


def topic(letter: str) -> str:
    # ruleid: prompt-template-variable-mismatch
    return ask(SORT.format(letter=letter))


def topic_of(letter: str, topics: list[str]) -> str:
    # ok: prompt-template-variable-mismatch
    return ask(SORT.format(letter=letter, topics=", ".join(topics)))


def reply(letter: str) -> str:
    with open("prompts/reply.md", encoding="utf-8") as file:
        text = file.read()
    # ruleid: prompt-template-variable-mismatch
    return ask(text.format(letter=letter))


def reply_by_name(letter: str) -> str:
    # ok: prompt-template-variable-mismatch
    return ask(load("reply").format(letter=letter))
