from openai import OpenAI

client = OpenAI(base_url="http://vllm:8000/v1", timeout=30)


def answer(question: str) -> str:
    reply = client.chat.completions.create(model="ministral", messages=[{"role": "user", "content": question}])
    return reply.choices[0].message.content or ""
