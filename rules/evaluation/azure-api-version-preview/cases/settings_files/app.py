from openai import AzureOpenAI

client = AzureOpenAI(timeout=30)


def answer(question: str) -> str:
    reply = client.chat.completions.create(model="chat", messages=[{"role": "user", "content": question}])
    return reply.choices[0].message.content
