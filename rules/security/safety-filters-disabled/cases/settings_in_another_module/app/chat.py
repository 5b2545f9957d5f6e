from google import genai
from google.genai import types

from app.safety import DEFAULT, RELAXED

client = genai.Client()


def chat(text: str, adult: bool) -> str:
    config = types.GenerateContentConfig(safety_settings=RELAXED if adult else DEFAULT)
    return client.models.generate_content(model="gemini-2.5-flash-lite", contents=text, config=config).text
