from cohere import ClientV2

co = ClientV2()


def digest(articles: list[str]) -> str:
    messages = [{"role": "user", "content": "\n".join(articles)}]
    reply = co.chat(model="command-a-03-2025", messages=messages)  # ruleid: token-usage-discarded
    return reply.message.content[0].text
