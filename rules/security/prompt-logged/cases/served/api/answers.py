"""Answers with a model of Google's."""

from google import genai

client = genai.Client()


def answer(question: str) -> str:
    print("question:", question)  # ruleid: prompt-logged
    reply = client.models.generate_content(model="gemini-2.5-flash", contents=question)
    print(f"used {reply.usage_metadata.total_token_count} tokens")  # ok: prompt-logged
    print(reply.text)  # ruleid: prompt-logged
    return reply.text
