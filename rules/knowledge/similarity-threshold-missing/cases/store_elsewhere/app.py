from anthropic import Anthropic

from search import Search

client = Anthropic()
search = Search()


def answer(question: str) -> str:
    passages = "\n\n".join(search.passages(question))
    message = {"role": "user", "content": f"Passages:\n{passages}\n\nQuestion: {question}"}
    reply = client.messages.create(model="claude-sonnet-4-5-20250929", max_tokens=500, messages=[message])
    return reply.content[0].text
