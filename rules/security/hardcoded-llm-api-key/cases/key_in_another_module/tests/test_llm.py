import pytest
from anthropic import Anthropic
from openai import OpenAI

FAKE_KEY = "sk-test-not-a-real-key"  # ok: hardcoded-llm-api-key


def test_client_takes_a_key() -> None:
    assert OpenAI(api_key="test").api_key == "test"  # ok: hardcoded-llm-api-key
    assert Anthropic(api_key=FAKE_KEY).api_key == FAKE_KEY  # ok: hardcoded-llm-api-key


@pytest.mark.skip("needs the network")
def test_live() -> None:
    client = OpenAI(api_key="sk-proj-Hq1PkCJVuoYqLRqrxZKiGvbtcj7bsHXDYzEzVMGPBnu3mY2l")  # ruleid: hardcoded-llm-api-key
    assert client.models.list().data
