from openai import OpenAI


def test_client_is_made() -> None:
    client = OpenAI(api_key="test")  # ok: llm-call-no-timeout
    client.responses.create(model="gpt-4.1-2025-04-14", input="hello")
