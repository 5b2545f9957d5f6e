from openai import OpenAI


def test_it():
    OpenAI().responses.create(model="gpt-5.4-mini-2026-03-17", input="x")
