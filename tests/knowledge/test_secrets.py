"""What is a key, what only stands for one, and what may be shown of it."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ailint.knowledge.secrets import KEY_CHARACTERS, Secrets, dense, entropy, load_secrets, marks_of, masked

RANDOM = "q7Zt2Lw9Xc4Vb8Nm1Kj6Hg3Fd5Sa0PoIuYtRe"


@pytest.fixture(scope="module")
def secrets() -> Secrets:
    return load_secrets()


def test_every_form_has_a_mark(secrets: Secrets) -> None:
    assert [form.name for form in secrets.table.tokens if not marks_of(form)] == []


def test_every_mark_is_part_of_its_form(secrets: Secrets) -> None:
    without = [
        form.name for form in secrets.table.tokens if not form.marks and not form.regex.removeprefix(r"\b").startswith(marks_of(form)[0].decode())
    ]
    assert without == []


def test_every_mark_is_of_characters_of_keys(secrets: Secrets) -> None:
    assert [mark for form in secrets.table.tokens for mark in marks_of(form) if mark.strip(KEY_CHARACTERS)] == []


@given(st.data())
def test_what_has_the_form_of_a_key_may_be_one(secrets: Secrets, data: st.DataObject) -> None:
    form, _, regex = data.draw(st.sampled_from(secrets.tokens))
    key = data.draw(st.from_regex(regex, fullmatch=True))
    for text in (b"key = " + key, json.dumps({"key": key.decode()}).replace("/", r"\/").encode()):
        assert secrets.may_be_in(text), form.name
        assert form in [found for found, _ in secrets.forms_in(text)]


@pytest.mark.parametrize(
    "text", ["sk-no-key", "AKIA and more letters", "a sk- b", "-----BEGIN PUBLIC KEY-----"], ids=["short", "words", "alone", "no secret"]
)
def test_where_no_key_can_be(secrets: Secrets, text: str) -> None:
    assert not secrets.may_be_in(text.encode())


@pytest.mark.parametrize(
    "value",
    [
        "YOUR_API_KEY",
        "sk-your-key-goes-here",
        "<your-openai-key>",
        "${OPENAI_API_KEY}",
        "xxxxxxxxxxxxxxxxxxxxxxxx",
        "sk-...",
        "lm-studio",
        "short",
        "{{ api_key }}",
    ],
)
def test_placeholder(secrets: Secrets, value: str) -> None:
    assert secrets.is_placeholder(value)


def test_random_text_is_no_placeholder(secrets: Secrets) -> None:
    assert not secrets.is_placeholder(RANDOM)


@pytest.mark.parametrize(
    ("value", "name", "client", "expected"),
    [
        pytest.param("sk-proj-" + RANDOM + "aB3dE5", "", "", "OpenAI project or service account key", id="by its form alone"),
        pytest.param(RANDOM[:32], "MISTRAL_API_KEY", "", "Mistral key", id="by its name"),
        pytest.param("7d1e1948cd75045e5ba6971efaaf4af0", "", "openai.AzureOpenAI", "Azure key", id="by the client that takes it"),
        pytest.param(RANDOM[:32], "TITLE", "", "", id="a name that says nothing"),
        pytest.param("sk-proj-" + "a" * 48, "", "", "", id="not random enough"),
    ],
)
def test_form(secrets: Secrets, value: str, name: str, client: str, expected: str) -> None:
    assert secrets.form_of(value, name, client) == expected


def test_public_key_is_known_by_what_stands_around_it(secrets: Secrets) -> None:
    key = "AIza" + RANDOM[:35]
    assert secrets.is_public(key, "firebaseConfig = {")
    assert not secrets.is_public(key, "genai.configure(")


@pytest.mark.parametrize(
    ("name", "expected"), [("OPENAI_API_KEY", True), ("SHOP_API_TOKEN", True), ("SESSION_SECRET_KEY", False), ("api_key", False)]
)
def test_names_of_variables_that_hold_a_key(secrets: Secrets, name: str, expected: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    assert secrets.is_key_name(name) is expected


@pytest.mark.parametrize(
    "name",
    [
        "OPENAI_API_KEY",
        "crm_token",
        "DB_PASSWORD",
        "client_secret",
        "SENTRY_AUTH_TOKEN",
        "AZURE_SEARCH_KEY",
        "POSTGRES_DSN",
        "STORAGE_CONNECTION_STRING",
    ],
)
def test_names_of_secrets(secrets: Secrets, name: str) -> None:
    assert secrets.is_secret_name(name)


@pytest.mark.parametrize(
    "name",
    ["MAX_TOKENS", "TOKEN_LIMIT", "KEY_VAULT_NAME", "PRIMARY_KEY", "STRIPE_PUBLIC_KEY", "eos_token", "S3_OBJECT_KEY", "PWD", "HOTKEY", "SECRET_NAME"],
)
def test_names_of_what_is_no_secret(secrets: Secrets, name: str) -> None:
    assert not secrets.is_secret_name(name)


def test_entropy() -> None:
    assert [entropy(""), entropy("aaaa"), entropy("abab"), entropy("abcd")] == [0, 0, 1, 2]


def test_mark_does_not_count_as_random(secrets: Secrets) -> None:
    form = next(form for form in secrets.table.tokens if form.provider == "groq")
    assert not dense("gsk_" + "a" * 52, form)


def test_masked_shows_four_characters_and_the_length() -> None:
    assert masked("sk-proj-secret") == "`sk-p…` (14 characters)"
