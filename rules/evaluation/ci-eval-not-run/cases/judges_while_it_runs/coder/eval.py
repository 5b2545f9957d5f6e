from openai import OpenAI

client = OpenAI(timeout=30)


def score(task: str, draft: str) -> float:
    messages = [
        {"role": "system", "content": "Grade the draft from 0 to 10. Answer with the number alone."},
        {"role": "user", "content": f"Task: {task}\n\nDraft:\n{draft}"},
    ]
    reply = client.chat.completions.create(model="gpt-4.1-2025-04-14", messages=messages, max_tokens=5)
    return float(reply.choices[0].message.content)
