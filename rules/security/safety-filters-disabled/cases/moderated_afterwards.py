"""One category is lowered for a reason, and what comes out is moderated."""

from google import genai
from google.genai import types
from openai import OpenAI

client = genai.Client()
moderation = OpenAI(timeout=10)

# a crime archive: its documents describe violence, and every answer is moderated below
archive = types.SafetySetting(category="HARM_CATEGORY_DANGEROUS_CONTENT", threshold="BLOCK_NONE")  # ok: safety-filters-disabled


def describe(document: str) -> str:
    config = types.GenerateContentConfig(safety_settings=[archive], max_output_tokens=400)
    text = client.models.generate_content(model="gemini-2.5-flash-lite", contents=document, config=config).text
    if moderation.moderations.create(model="omni-moderation-2024-09-26", input=text).results[0].flagged:
        return "This document cannot be described."
    return text
