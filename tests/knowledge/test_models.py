"""Model ids: what they name, at whose address, under which prefix."""

from __future__ import annotations

import pytest

from ailint.knowledge.models import load_all_models

MODELS = load_all_models()
FOUND = {
    "an id": ("gpt-4o", "", ("openai", "alias")),
    "a snapshot": ("claude-3-opus-20240229", "", ("anthropic", "snapshot")),
    "behind a provider and a slash": ("openai/gpt-4o", "", ("openai", "alias")),
    "behind a provider and a colon": ("anthropic:claude-haiku-4-5-20251001", "", ("anthropic", "snapshot")),
    "behind a gateway and a provider": ("openrouter/openai/gpt-4o", "", ("openai", "alias")),
    "in a folder": ("models/gemini-1.5-pro", "", ("google", "alias")),
    "in a project's folder": ("projects/p/locations/l/publishers/google/models/gemini-1.5-pro", "", ("google", "alias")),
    "by a pattern": ("ft:gpt-4o-mini:shop:tone:abc", "", ("openai", "snapshot")),
    "in a region of a platform": ("us.anthropic.claude-3-opus-20240229-v1:0", "amazon", ("amazon", "snapshot")),
    "of a provider who shares his names": ("llama3.1", "ollama", ("ollama", "moving")),
    "of such a provider, named": ("ollama/llama3.1", "", ("ollama", "moving")),
    "with spaces around": (" gpt-4o ", "", ("openai", "alias")),
    "with its provider's prefix at the provider": ("openai/gpt-4o", "openai", ("openai", "alias")),
}


@pytest.mark.parametrize(("name", "provider", "expected"), FOUND.values(), ids=FOUND.keys())
def test_found(name: str, provider: str, expected: tuple[str, str]) -> None:
    model = MODELS.find(name, provider)
    assert model is not None
    assert (model.provider, model.kind) == expected


@pytest.mark.parametrize(
    ("name", "provider"),
    [
        pytest.param("azure/gpt-4o", "", id="a deployment"),
        pytest.param("gpt-4o", "elsewhere", id="a name at a platform with its own names"),
        pytest.param("llama3.1", "", id="a shared name without a provider"),
        pytest.param("gpt-4o", "anthropic", id="another provider's"),
        pytest.param("our-own-model", "", id="nobody's"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_not_found(name: str, provider: str) -> None:
    assert MODELS.find(name, provider) is None


@pytest.mark.parametrize(
    ("origin", "provider"),
    [
        pytest.param("openai.OpenAI.chat.completions.create", "openai", id="a provider's SDK"),
        pytest.param("openai.AsyncAzureOpenAI.chat.completions.create", "elsewhere", id="its client for a platform with deployments"),
        pytest.param("langchain_groq.ChatGroq", "groq", id="a wrapper"),
        pytest.param("anthropic.AnthropicBedrock.messages.create", "amazon", id="an SDK's client for another platform"),
        pytest.param("llama_index.llms.openai_like.OpenAILike", "elsewhere", id="a client for servers that speak alike"),
        pytest.param("litellm.completion", "", id="a library for all"),
        pytest.param("requests.post", "", id="a web request"),
    ],
)
def test_provider_of_a_client(origin: str, provider: str) -> None:
    assert MODELS.provider_of(origin) == provider


def test_every_provider_of_a_table_is_known_by_name() -> None:
    assert {model.provider for table in MODELS.tables for model in (*table.models, *table.patterns)} <= set(MODELS.by_provider)
    assert MODELS.as_of == min(table.as_of for table in MODELS.tables)
