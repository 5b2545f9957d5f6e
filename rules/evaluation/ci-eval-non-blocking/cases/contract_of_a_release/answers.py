from openai import OpenAI

client = OpenAI(timeout=30)


def answer(question: str) -> str:
    reply = client.responses.create(model="gpt-4.1-2025-04-14", instructions="Answer in one sentence.", input=question)
    return reply.output_text


if __name__ == "__main__":
    print(answer(input("? ")))
