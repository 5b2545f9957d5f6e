from anthropic import Anthropic

from service.telemetry import start

start()
client = Anthropic(timeout=30)


def summary(text: str) -> str:
    message = client.messages.create(
        model="claude-sonnet-4-5-20250929", max_tokens=500, messages=[{"role": "user", "content": text}]
    )
    return message.content[0].text


if __name__ == "__main__":
    print(summary(input()))
