from google import genai

client = genai.Client(http_options={"timeout": 60_000})


def answer(question: str) -> str:
    return client.models.generate_content(model="gemini-2.5-flash-lite", contents=question).text or ""
