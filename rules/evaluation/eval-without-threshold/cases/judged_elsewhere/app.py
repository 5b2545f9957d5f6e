from openai import OpenAI

client = OpenAI(timeout=20)


def answer(question: str) -> str:
    return client.responses.create(model="gpt-4.1-2025-04-14", input=question).output_text


if __name__ == "__main__":
    print(answer(input()))
