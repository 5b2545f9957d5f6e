"""Generative models of the Vertex SDK: the service behind them was switched off."""

import vertexai
from vertexai.generative_models import GenerativeModel  # ruleid: deprecated-llm-sdk

vertexai.init(project="our-project", location="europe-west3")
model = GenerativeModel("gemini-2.5-flash-lite")


def answer(question: str) -> str:
    return model.generate_content(question).text
