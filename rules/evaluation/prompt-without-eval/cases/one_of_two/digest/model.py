from openai import OpenAI

client = OpenAI(timeout=30)


def ask(instructions: str, text: str) -> str:
    reply = client.responses.create(model="gpt-4.1-2025-04-14", instructions=instructions, input=text)
    return reply.output_text
