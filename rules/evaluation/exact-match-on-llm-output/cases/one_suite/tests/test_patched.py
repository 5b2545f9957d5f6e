from unittest.mock import MagicMock, patch

from openai import OpenAI

client = OpenAI(timeout=20)


def ask(question: str) -> str:
    return client.chat.completions.create(
        model="gpt-4.1-2025-04-14", messages=[{"role": "user", "content": question}]
    ).choices[0].message.content


def test_ask():
    with patch.object(client.chat.completions, "create") as create:
        create.return_value.choices = [MagicMock(message=MagicMock(content="Good morning to you"))]
        assert ask("hello") == "Good morning to you"  # ok: exact-match-on-llm-output
