import os

from openai import OpenAI

client = OpenAI(base_url=os.environ["MODEL_URL"], timeout=30)


def classify(letter: str) -> str:
    reply = client.chat.completions.create(model="letters", max_tokens=20, messages=[{"role": "user", "content": letter}])
    return reply.choices[0].message.content
