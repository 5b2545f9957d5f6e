from openai import OpenAI

client = OpenAI(timeout=30)


def score(answer: str) -> int:
    return int(client.responses.create(model="gpt-4.1", temperature=0, input=f"Rate from 1 to 5: {answer}").output_text)  # ok: model-alias-unpinned
