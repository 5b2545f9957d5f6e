"""Images of AI servers."""

from __future__ import annotations

import pytest

from ailint.knowledge.images import AiImage, load_images

IMAGES = load_images()


@pytest.mark.parametrize("name", ["qdrant/qdrant", "registry.internal/mirror/Qdrant/qdrant", "cr.weaviate.io/semitechnologies/weaviate"])
def test_found_in_any_registry(name: str) -> None:
    assert IMAGES.find(name) is not None


@pytest.mark.parametrize("name", ["qdrant", "ours/qdrant", "postgres", ""])
def test_others(name: str) -> None:
    assert IMAGES.find(name) is None


def known(name: str) -> AiImage:
    found = IMAGES.find(name)
    assert found is not None
    return found


def test_what_asks_for_a_key() -> None:
    assert known("qdrant/qdrant").asks_for_key({"QDRANT__SERVICE__API_KEY": ""}, ())
    assert known("chromadb/chroma").asks_for_key({"CHROMA_SERVER_AUTHN_PROVIDER": "x"}, ())
    assert known("vllm/vllm-openai").asks_for_key({}, ("--api-key=x",))
    assert not known("semitechnologies/weaviate").asks_for_key({"AUTHENTICATION_APIKEY_ENABLED": "false"}, ())
    assert not known("ollama/ollama").asks_for_key({"OLLAMA_DEBUG": "1"}, ("serve",))


def test_what_lets_everybody_in() -> None:
    weaviate = known("semitechnologies/weaviate")
    assert weaviate.opened_by({"AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED": "True"}) == "AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED"
    assert weaviate.opened_by({"AUTHENTICATION_ANONYMOUS_ACCESS_ENABLED": "false"}) is None


def test_proxies() -> None:
    assert IMAGES.is_proxy("quay.io/oauth2-proxy/oauth2-proxy")
    assert not IMAGES.is_proxy("ours/notnginx")
