from anthropic import Anthropic

client = Anthropic(timeout=30)


def reply(message: str, history: list) -> str:
    answer = client.messages.create(
        model="claude-sonnet-4-5-20250929", max_tokens=300, messages=[*history, {"role": "user", "content": message}]
    )
    return answer.content[0].text
