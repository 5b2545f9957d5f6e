import os

import ldclient
from openai import OpenAI

flags = ldclient.get()
client = OpenAI(base_url=os.environ["MODEL_URL"], timeout=30)


def classify(letter: str, who: ldclient.Context) -> str:
    reply = client.chat.completions.create(model=flags.variation("letters-model", who, "letters-3"), max_tokens=20, messages=[{"role": "user", "content": letter}])
    return reply.choices[0].message.content
