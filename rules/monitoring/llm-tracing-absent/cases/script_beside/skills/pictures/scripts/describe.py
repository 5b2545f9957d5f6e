import sys

from mistralai import Mistral

client = Mistral(timeout_ms=30_000)


def describe(address: str) -> str:
    content = [{"type": "text", "text": "What is to be seen here?"}, {"type": "image_url", "image_url": address}]
    reply = client.chat.complete(model="mistral-medium-2508", messages=[{"role": "user", "content": content}], max_tokens=300)
    return reply.choices[0].message.content


if __name__ == "__main__":
    print(describe(sys.argv[1]))
