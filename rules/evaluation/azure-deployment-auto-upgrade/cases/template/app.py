from openai import AzureOpenAI

client = AzureOpenAI(azure_endpoint="https://shop.openai.azure.com", api_version="2024-10-21", timeout=30)


def answer(question: str) -> str:
    reply = client.chat.completions.create(model="chat", messages=[{"role": "user", "content": question}])
    return reply.choices[0].message.content or ""
