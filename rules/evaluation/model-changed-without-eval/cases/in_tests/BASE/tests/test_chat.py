from openai import OpenAI


def test_it():
    OpenAI().responses.create(model="gpt-5.2-2025-12-11", input="x")
