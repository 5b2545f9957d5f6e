"""The first Gemini SDK: its support has ended."""

import os

import google.generativeai as genai  # ruleid: deprecated-llm-sdk

genai.configure(api_key=os.environ["GEMINI_API_KEY"])
model = genai.GenerativeModel("gemini-2.5-flash-lite")


def answer(question: str) -> str:
    return model.generate_content(question).text
