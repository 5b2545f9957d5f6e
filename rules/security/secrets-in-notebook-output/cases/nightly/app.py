from anthropic import Anthropic

client = Anthropic()


def answer(question: str) -> str:
    reply = client.messages.create(model="claude-sonnet-4-5", max_tokens=500, messages=[{"role": "user", "content": question}])
    return reply.content[0].text
