from openai import AzureOpenAI


def test_preview_is_accepted() -> None:
    client = AzureOpenAI(azure_endpoint="https://test.example.com", api_key="test", api_version="2025-03-01-preview")  # ok: azure-api-version-preview
    assert client is not None
