from openai import OpenAI

client = OpenAI(timeout=20, max_retries=1)


def ask(event, context):
    reply = client.chat.completions.create(
        model="gpt-4.1-mini-2025-04-14", messages=[{"role": "user", "content": event["question"]}], max_completion_tokens=400
    )
    return {"answer": reply.choices[0].message.content}
