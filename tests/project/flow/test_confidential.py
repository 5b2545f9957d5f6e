"""What may be read where a value goes to: secrets, personal data, and what two values have in common."""

from __future__ import annotations

import pytest

from ailint.facts import Literal, Ref
from ailint.project.flow import HELD, Trace
from tests.linked import linked, marked_argument

SETTINGS = (
    "from pydantic import SecretStr\nfrom pydantic_settings import BaseSettings\n"
    "class Settings(BaseSettings):\n    crm_token: str\n    api_key: SecretStr\n    max_tokens: int = 9\nsettings = Settings()\n"
)
SECRET = {
    "a variable of the environment": ("import os\nsink(os.environ['API_KEY'])\n", "API_KEY"),
    "one that is asked for": ("import os\nsink(f'key {os.getenv(\"DB_PASSWORD\")}')\n", "DB_PASSWORD"),
    "through a function": ("import os\ndef key():\n    return os.environ.get('HF_TOKEN', '')\nsink('key ' + key())\n", "HF_TOKEN"),
    "in a dictionary": ("import os\nheaders = {'Authorization': 'Bearer ' + os.environ['CRM_TOKEN']}\nsink(headers)\n", "CRM_TOKEN"),
    "by an imported name": ("from os import environ\nsink(environ['SMTP_PASSWORD'])\n", "SMTP_PASSWORD"),
    "an address with a password": ("import os\nsink(os.environ['SERVICE_CONNECTION_STRING'])\n", "SERVICE_CONNECTION_STRING"),
    "a setting": (f"{SETTINGS}sink(settings.crm_token)\n", "crm_token"),
    "a setting that is made to show": (f"{SETTINGS}sink(settings.api_key.get_secret_value())\n", "get_secret_value"),
    "a read of a vault": (
        "from azure.keyvault.secrets import SecretClient\nvault = SecretClient('u', None)\nsink(vault.get_secret('login').value)\n",
        "login",
    ),
}
NO_SECRET = {
    "another variable": "import os\nsink(os.environ['HOME'])\n",
    "a number of tokens": "import os\nsink(os.environ['MAX_TOKENS'])\n",
    "the name of a vault": "import os\nsink(os.environ['KEY_VAULT_NAME'])\n",
    "a key that is public": "import os\nsink(os.environ['STRIPE_PUBLIC_KEY'])\n",
    "a place in a cache": "import os\nsink(os.environ['CACHE_KEY'])\n",
    "its length": "import os\nsink(len(os.environ['API_KEY']))\n",
    "whether it is there": "import os\nsink(bool(os.getenv('API_KEY')))\n",
    "a word for whether it is there": "import os\nsink('set' if os.getenv('API_KEY') else 'missing')\n",
    "its first characters": "import os\nsink(os.environ['API_KEY'][:4])\n",
    "its digest": "import os, hashlib\nsink(hashlib.sha256(os.environ['API_KEY'].encode()).hexdigest())\n",
    "masked by a function": "import os\ndef mask_key(key):\n    return key[0] + '***' + key\nsink(mask_key(os.environ['API_KEY']))\n",
    "a setting that hides itself": f"{SETTINGS}sink(settings.api_key)\n",
    "another setting": f"{SETTINGS}sink(settings.max_tokens)\n",
    "what a client with a key brings": "import os, httpx\nclient = httpx.Client(auth=os.environ['API_KEY'])\nsink(client.get('u').text)\n",
    "the key of a dictionary of keys": "import os\nkeys = {'a': os.environ['API_KEY']}\nfor name, key in keys.items():\n    sink(name)\n",
    "where it lies": "import os\nkey_path = os.environ['CLIENT_KEY']\nsink(f'{key_path} does not exist')\n",
    "an item of another dictionary": "options = {'API_KEY': 'x'}\nsink(options['API_KEY'])\n",
}
PERSONAL = {
    "an attribute": ("def f(patient):\n    sink(f'for {patient.ssn}')\n", ["ssn"]),
    "an item": ("def f(row):\n    sink(row['iban'])\n", ["iban"]),
    "handed on": ("def f(person):\n    g(person.salary)\ndef g(x):\n    sink(x)\n", ["salary"]),
    "another attribute": ("def f(patient):\n    sink(patient.ward)\n", []),
    "hidden": ("def redact(text):\n    return text.replace('1', 'x')\ndef f(patient):\n    sink(redact(patient.ssn))\n", []),
    "counted": ("def f(rows):\n    sink(len(rows['diagnosis']))\n", []),
}


def origins(code: str, against: str = "log", *, whole: bool = False) -> tuple[Trace, ...]:
    project = linked(code)
    return project.flow.origins(*marked_argument(project, "sink"), against, whole=whole)


def named(code: str, kind: str) -> list[object]:
    values = [trace.value for trace in origins(code) if trace.kind == kind and HELD not in trace.trail]
    return [value.value for value in values if isinstance(value, Literal)]


@pytest.mark.parametrize(("code", "name"), SECRET.values(), ids=SECRET.keys())
def test_secret(code: str, name: str) -> None:
    assert set(named(code, "secret")) == {name}


@pytest.mark.parametrize("code", NO_SECRET.values(), ids=NO_SECRET.keys())
def test_no_secret(code: str) -> None:
    assert named(code, "secret") == []


@pytest.mark.parametrize(("code", "names"), PERSONAL.values(), ids=PERSONAL.keys())
def test_personal(code: str, names: list[str]) -> None:
    assert named(code, "personal") == names


def test_a_field_of_an_object_is_marked_as_held() -> None:
    code = "import os\nclass Client:\n    def __init__(self, key):\n        self.key = key\nsink(Client(os.environ['API_KEY']))\n"
    assert [trace.trail for trace in origins(code) if trace.kind == "secret"] == [(HELD,)]


def test_nothing_is_confidential_on_other_ways() -> None:
    project = linked("import os\ndef f(patient):\n    sink(os.environ['API_KEY'] + patient.ssn)\n")
    assert project.flow.sources(*marked_argument(project, "sink")) == ()


def test_parameters_and_calls_are_leaves() -> None:
    code = "def ask(question):\n    sink(f'{question.text} {load(question)}')\n"
    found = [(trace.kind, trace.trail, trace.value) for trace in origins(code) if trace.kind != "text"]
    assert found == [("parameter", ("text",), Ref("question")), ("call", (), None)]


def test_leaves_are_no_sources() -> None:
    project = linked("def ask(question):\n    sink(question + load())\n")
    assert project.flow.sources(*marked_argument(project, "sink"), against="log") == ()


def test_what_is_put_into_a_text_is_not_the_whole() -> None:
    kinds = [trace.kind for trace in origins("def ask(question):\n    sink(f'Question: {question}')\n", "prompt", whole=True)]
    assert kinds == ["text"]


def test_a_text_that_only_puts_together_is_the_whole() -> None:
    kinds = [trace.kind for trace in origins("def ask(question):\n    sink(f'{question}')\n", "prompt", whole=True)]
    assert kinds == ["text", "parameter"]


def test_an_attribute_that_was_just_set_is_not_looked_for_in_its_object() -> None:
    code = "def ask(step):\n    step.note = 'done'\n    sink(step.note)\n"
    assert [trace.kind for trace in origins(code)] == ["text"]
