from mistralai import Mistral

client = Mistral(timeout_ms=30_000)
LABELS = ("invoice", "reminder", "contract", "other")


def classify(text: str) -> str:
    messages = [{"role": "user", "content": f"Which of {', '.join(LABELS)} is this letter? One word.\n\n{text}"}]
    reply = client.chat.complete(model="mistral-large-2512", messages=messages, temperature=0)
    return reply.choices[0].message.content.strip().lower()
