from mistralai import Mistral

from prompts import INSTRUCTIONS

client = Mistral(timeout_ms=20_000)


def classify(letter: str) -> str:
    messages = [{"role": "system", "content": INSTRUCTIONS}, {"role": "user", "content": letter}]
    return client.chat.complete(model="mistral-large-2411", messages=messages).choices[0].message.content


if __name__ == "__main__":
    print(classify(input()))
