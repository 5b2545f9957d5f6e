from openai import OpenAI

client = OpenAI(timeout=30)


def answer(question: str) -> str:
    reply = client.responses.create(model="gpt-4.1-2025-04-14", input=question, max_output_tokens=300)
    return reply.output_text
