from anthropic import Anthropic

client = Anthropic(timeout=10)
QUESTION = "Answer yes or no: does this message ask for medical advice or contain personal data?\n\n"


def guard_input(text: str) -> None:
    messages = [{"role": "user", "content": QUESTION + text}]
    reply = client.messages.create(model="claude-haiku-4-5-20251001", max_tokens=3, messages=messages)
    if not reply.content[0].text.lower().startswith("no"):
        raise PermissionError("refused by the input guard")
