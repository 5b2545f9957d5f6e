from functools import partial

from anthropic import Anthropic

client = Anthropic(timeout=30)
RULES = "Answer in two sentences. Refuse questions about people."
send = partial(client.messages.create, model="claude-opus-4-8", max_tokens=300, system=RULES)
