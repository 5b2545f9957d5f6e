from pathlib import Path

from flask import Flask, request
from google import genai
from google.genai import types

app = Flask(__name__)
client = genai.Client(http_options=types.HttpOptions(timeout=30_000))


@app.post("/recipe")
def recipe() -> str:
    config = types.GenerateContentConfig(system_instruction=Path("prompts/recipe.txt").read_text())
    return client.models.generate_content(model="gemini-2.5-flash-lite", contents=request.form["leftovers"], config=config).text
