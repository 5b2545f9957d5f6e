"""Web requests that are model calls: by address, by body, through helpers; and those that are not."""

from __future__ import annotations

import pytest

from tests.linked import linked, the_site

BODY = '{"model": "m-1", "messages": [{"role": "user", "content": "hi"}], "temperature": 0, "max_tokens": 9}'
ROLES = {
    "an address of a service": ("llm.chat", f"requests.post('https://api.openai.com/v1/chat/completions', json={BODY})"),
    "its embeddings": ("embed.call", "requests.post('https://api.openai.com/v1/embeddings', json={'model': 'e', 'input': 'x'})"),
    "text of a body": ("llm.chat", f"requests.post('https://api.openai.com/v1/chat/completions', data=json.dumps({BODY}))"),
    "a body that names a model at an address with holes": ("llm.chat", f"requests.post(f'{{BASE}}/api/chat', json={BODY})"),
    "a body alone": ("llm.chat", f"requests.post(BASE, json={BODY})"),
    "a session": ("llm.chat", f"requests.Session().post('https://api.mistral.ai/v1/chat/completions', json={BODY})"),
    "a client with a base address": ("llm.chat", f"httpx.Client(base_url='https://api.mistral.ai/v1').post('/chat/completions', json={BODY})"),
    "a request object": ("llm.chat", f"urlopen(Request('https://api.openai.com/v1/chat/completions', data=json.dumps({BODY}).encode()))"),
    "administration without a body": ("llm.admin", "requests.get('http://localhost:11434/api/tags')"),
    "a service's other path": ("http.request", "requests.get('https://api.openai.com/v1/files')"),
    "a chat path without a body": ("http.request", "requests.get('https://llm.example.com/v1/chat/completions')"),
    "an own service with such a body": ("http.request", f"requests.post('http://localhost:8501/answer', json={BODY})"),
    "a shared port without such a body": ("http.request", "requests.post('http://localhost:8080/generate', json={'report': 'x'})"),
    "a shared port with such a body": ("llm.chat", "requests.post('http://localhost:8080/generate', json={'prompt': 'x', 'max_tokens': 9})"),
    "an unknown body": ("http.request", "requests.post(BASE, json=read())"),
    "something else": ("http.request", "requests.post('https://shop.example.com/orders', json={'model': 'bike'})"),
}
IMPORTS = "import json, os\nfrom urllib.request import Request, urlopen\nimport httpx\nimport requests\nBASE = os.environ['BASE']\n"


@pytest.mark.parametrize(("role", "source"), ROLES.values(), ids=ROLES.keys())
def test_roles(role: str, source: str) -> None:
    project = linked(f"{IMPORTS}{source}\n")
    assert [site.role for site in project.calls("http.request", "llm", "embed.call")] == [role]


HELPERS = {
    "a helper that only models use": ("llm.chat", [BODY, BODY]),
    "a helper for everything": ("http.request", [BODY, "{'order': 1}"]),
}


@pytest.mark.parametrize(("role", "bodies"), HELPERS.values(), ids=HELPERS.keys())
def test_helpers_that_are_handed_the_body(role: str, bodies: list[str]) -> None:
    calls = "".join(f"send({body})\n" for body in bodies)
    project = linked(f"{IMPORTS}def send(body):\n    return requests.post(BASE, json=body)\n{calls}")
    assert [site.role for site in project.calls("http.request", "llm")] == [role]


def test_addresses_that_disagree_tell_nothing() -> None:
    calls = "send('https://api.openai.com/v1/chat/completions', {})\nsend('/orders', {})\n"
    source = f"def send(path, body):\n    return requests.post(path, json=body)\n{calls}"
    assert [site.role for site in linked(IMPORTS + source).calls("http.request", "llm")] == ["http.request"]


def test_an_address_for_two_is_told_by_the_body() -> None:
    helper = "def url(path):\n    return f'{BASE}/{path}'\nurl('v1/chat/completions')\n"
    source = "requests.post(url('v1/embeddings'), json={'model': 'e', 'input': ['x']})\n"
    assert [site.role for site in linked(IMPORTS + helper + source).calls("http.request", "llm", "embed.call")] == ["embed.call"]


def test_arguments_are_those_of_the_body() -> None:
    body = "{'model': 'm', 'options': {'num_predict': 5}}"
    project = linked(f"{IMPORTS}requests.post('http://localhost:11434/api/chat', json={body}, timeout=9)\n")
    site = the_site(project, "llm.chat")
    given = {name: project.argument(site, name).constants for name in ("model", "max_output", "timeout", "temperature")}
    assert given == {"model": ["m"], "max_output": [5], "timeout": [9], "temperature": []}
    assert not site.meaning.metered
