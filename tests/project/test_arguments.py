"""Effective arguments: looked for at the call, at what made its client, in the library's defaults; absent is not unknown."""

from __future__ import annotations

import pytest

from ailint.project.arguments import Argument, Given
from ailint.project.things import Data
from tests import acme
from tests.linked import linked, the_site

MADE = "from acme import Client, Http\nclient = Client()\n"
ASK = "client.chat.ask"
ACME = acme.knowledge()


def told(argument: Argument) -> str:
    """An argument in a line: `call 5`, `default 600`, `absent`, `unknown`."""
    match argument.given:
        case Given.CALL:
            values = [str(thing.value.value) if isinstance(thing, Data) and hasattr(thing.value, "value") else "…" for thing in argument.things]
            return "call " + " ".join(sorted(set(values)))
        case Given.DEFAULT:
            return f"default {argument.default}"
        case _:
            return str(argument.given)


def effective(files: dict[str, str] | str, name: str) -> str:
    project = linked(files, ACME)
    return told(project.argument(the_site(project, "llm.chat"), name))


TIMEOUTS = {
    "by the call": ("call 5", f"{MADE}{ASK}(timeout=5)\n"),
    "by a constant": ("call 5", f"LIMIT = 5\n{MADE}{ASK}(timeout=LIMIT)\n"),
    "by an object handed over": ("call 5", f"{MADE}{ASK}(config=dict(http=Http(timeout=5)))\n"),
    "by an object handed over, by place": ("call 5", f"{MADE}{ASK}(config={{'http': Http(5)}})\n"),
    "by an object without it": ("default 600", f"{MADE}{ASK}(config={{'http': Http()}})\n"),
    "by an object from elsewhere": ("unknown", f"from elsewhere import config\n{MADE}{ASK}(config=config)\n"),
    "in milliseconds": ("call 5000", f"{MADE}{ASK}(wait=5000)\n"),
    "none by the call": ("call None", f"{MADE}{ASK}(timeout=None)\n"),
    "one of two by the call": ("call 5 None", f"{MADE}{ASK}(timeout=5 if given else None)\n"),
    "by a dictionary": ("call 5", f"{MADE}params = {{'timeout': 5}}\n{ASK}(**params)\n"),
    "by a dictionary without it": ("default 600", f"{MADE}params = {{'model': 'm'}}\n{ASK}(**params)\n"),
    "by a dictionary from elsewhere": ("unknown", f"from elsewhere import params\n{MADE}{ASK}(**params)\n"),
    "by a dictionary from elsewhere, but the call says": ("call 5", f"from elsewhere import params\n{MADE}{ASK}(timeout=5, **params)\n"),
    "by with_options": ("call 5", f"{MADE}client.with_options(timeout=5).chat.ask()\n"),
    "by with_options before the call's": ("call 5", f"{MADE}client.with_options(timeout=9).chat.ask(timeout=5)\n"),
    "by the last with_options": ("call 5", f"{MADE}client.with_options(timeout=9).with_options(timeout=5).chat.ask()\n"),
    "by with_options of other things": ("default 600", f"{MADE}client.with_options(retries=1).chat.ask()\n"),
    "by a client with options, kept": ("call 5", f"{MADE}quick = client.with_options(timeout=5)\nquick.chat.ask()\n"),
    "by the client": ("call 5", "from acme import Client\nclient = Client(timeout=5)\nclient.chat.ask()\n"),
    "by the client's second spelling": ("call 5", "from acme import Client, Http\nclient = Client(http=Http(timeout=5))\nclient.chat.ask()\n"),
    "none by the client": ("call None", "from acme import Client\nclient = Client(timeout=None)\nclient.chat.ask()\n"),
    "perhaps by the client": ("unknown", "from acme import Client\nclient = Client(**given)\nclient.chat.ask()\n"),
    "perhaps by the client, but the call says": ("call 5", "from acme import Client\nclient = Client(**given)\nclient.chat.ask(timeout=5)\n"),
    "by a client known by annotation only": ("unknown", "from acme import Client\ndef use(client: Client):\n    client.chat.ask()\n"),
    "by a partial": ("call 5", f"from functools import partial\n{MADE}ask = partial({ASK}, timeout=5)\nask()\n"),
    "by a partial, but the call says": ("call 5", f"from functools import partial\n{MADE}ask = partial({ASK}, timeout=9)\nask(timeout=5)\n"),
    "by the caller of a wrapper": ("call 5", f"{MADE}def ask(limit):\n    {ASK}(timeout=limit)\nask(5)\n"),
    "by the default of a wrapper": ("call 5", f"{MADE}def ask(limit=5):\n    {ASK}(timeout=limit)\nask()\n"),
    "by two callers of a wrapper": ("call 5 9", f"{MADE}def ask(limit):\n    {ASK}(timeout=limit)\nask(5)\nask(9)\n"),
    "by the keywords of a wrapper": ("call 5", f"{MADE}def ask(**more):\n    {ASK}(**more)\nask(timeout=5)\n"),
    "by the keywords of a wrapper that nobody calls": ("unknown", f"{MADE}def ask(**more):\n    {ASK}(**more)\n"),
    "by the keywords of a wrapper, never": ("default 600", f"{MADE}def ask(**more):\n    {ASK}(**more)\nask(model='m')\n"),
    "by nobody": ("default 600", f"{MADE}{ASK}()\n"),
    "by nobody, another class": ("default 30", "from acme import AsyncClient\nclient = AsyncClient()\nclient.chat.ask()\n"),
    "by nobody, a function": ("absent", "import acme\nacme.ask()\n"),
}
OTHERS = {
    "by place": ("model", "call m", f"{MADE}{ASK}('m')\n"),
    "after a star": ("model", "unknown", f"{MADE}{ASK}(*given)\n"),
    "by the client, by place": ("key", "call k", "from acme import Client\nclient = Client('k')\nclient.chat.ask()\n"),
    "inside a dictionary handed over": ("temperature", "call 0", f"{MADE}{ASK}(options={{'temperature': 0}})\n"),
    "inside a dictionary handed over, without it": ("temperature", "absent", f"{MADE}{ASK}(options={{'top_k': 0}})\n"),
    "inside an object handed over": ("temperature", "call 0", f"from acme import Options\n{MADE}{ASK}(options=Options(temperature=0))\n"),
    "set on an object that is handed over": (
        "temperature",
        "call 0",
        f"from acme import Options\n{MADE}options = Options()\noptions.temperature = 0\n{ASK}(options=options)\n",
    ),
    "set on an object of the module": (
        "temperature",
        "call 0",
        f"from acme import Options\n{MADE}options = Options()\noptions.temperature = 0\ndef ask():\n    {ASK}(options=options)\n",
    ),
    "inside a dictionary that is not seen whole": ("temperature", "unknown", f"{MADE}{ASK}(options={{'top_k': 0, **given}})\n"),
    "left out": ("temperature", "absent", f"{MADE}{ASK}()\n"),
    "a default of the call": ("stream", "default False", f"{MADE}{ASK}()\n"),
    "a default of none": ("retries", "absent", f"{MADE}{ASK}()\n"),
    "a default that nobody knows": ("top_p", "unknown", f"{MADE}{ASK}()\n"),
    "a name that the tables do not have": ("colour", "absent", f"{MADE}{ASK}(colour='red')\n"),
}
MODULES = {
    "a client made elsewhere": (
        "call 5",
        {"model.py": "from acme import Client\nclient = Client(timeout=5)\n", "app.py": "from model import client\nclient.chat.ask()\n"},
    ),
    "a client made by a factory": (
        "call 5",
        {"model.py": "from acme import Client\ndef make():\n    return Client(timeout=5)\n", "app.py": "from model import make\nmake().chat.ask()\n"},
    ),
    "a client kept in self": (
        "call 5",
        {
            "base.py": "from acme import Client\nclass Base:\n    def __init__(self):\n        self.client = Client(timeout=5)\n",
            "app.py": "from base import Base\nclass App(Base):\n    def run(self):\n        self.client.chat.ask()\n",
        },
    ),
    "a limit of a settings class": (
        "call 5",
        {
            "settings.py": "from pydantic_settings import BaseSettings\nclass Settings(BaseSettings):\n    limit: int = 5\nsettings = Settings()\n",
            "app.py": f"from settings import settings\n{MADE}{ASK}(timeout=settings.limit)\n",
        },
    ),
    "keywords made elsewhere": (
        "call 5",
        {"params.py": "def params():\n    return {'timeout': 5}\n", "app.py": f"from params import params\n{MADE}{ASK}(**params())\n"},
    ),
    "keywords of another module": (
        "call 5",
        {"params.py": "PARAMS = dict(timeout=5)\n", "app.py": f"from params import PARAMS\n{MADE}{ASK}(**PARAMS, model='m')\n"},
    ),
    "a wrapper called elsewhere": (
        "call 5",
        {"model.py": f"{MADE}def ask(**more):\n    return {ASK}(model='m', **more)\n", "app.py": "from model import ask\nask(timeout=5)\n"},
    ),
}


@pytest.mark.parametrize(("expected", "source"), TIMEOUTS.values(), ids=TIMEOUTS.keys())
def test_a_timeout(expected: str, source: str) -> None:
    assert effective(source, "timeout") == expected


@pytest.mark.parametrize(("name", "expected", "source"), OTHERS.values(), ids=OTHERS.keys())
def test_an_argument(name: str, expected: str, source: str) -> None:
    assert effective(source, name) == expected


@pytest.mark.parametrize(("expected", "files"), MODULES.values(), ids=MODULES.keys())
def test_a_timeout_across_modules(expected: str, files: dict[str, str]) -> None:
    assert effective(files, "timeout") == expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param("model='fast-2'", "default 30", id="by the model"),
        pytest.param("model='fast-2' if x else 'fast-3'", "default 30", id="by either model"),
        pytest.param("provider='any', model='slow-1'", "default 600", id="by provider and model"),
        pytest.param("model='other'", "unknown", id="of a model that tells nothing"),
        pytest.param("model=chosen", "unknown", id="of a model that cannot be told"),
        pytest.param("provider=chosen, model='fast-2'", "unknown", id="of a provider that cannot be told"),
        pytest.param("", "unknown", id="of no model"),
    ],
)
def test_the_default_of_the_class_that_a_model_stands_for(given: str, expected: str) -> None:
    project = linked(f"from acme import AnyClient\nAnyClient({given})\n", ACME)
    assert told(project.argument(the_site(project, "llm.client"), "timeout")) == expected


def argument(source: str, name: str = "timeout") -> Argument:
    project = linked(source, ACME)
    return project.argument(the_site(project, "llm.chat"), name)


def test_milliseconds_are_told_in_seconds() -> None:
    assert argument(f"{MADE}{ASK}(wait=5000)\n").numbers == [5]


def test_a_default_is_a_number_too() -> None:
    assert argument(f"{MADE}{ASK}()\n").numbers == [600]


def test_truth_is_no_number() -> None:
    assert argument(f"{MADE}{ASK}(timeout=True)\n").numbers == []


@pytest.mark.parametrize(("value", "expected"), [("None", True), ("5 if given else None", False), ("given", False)])
def test_none_means_none_on_every_path(value: str, *, expected: bool) -> None:
    assert argument(f"{MADE}{ASK}(timeout={value})\n").is_none is expected


def test_the_call_that_gives_it_is_told() -> None:
    project = linked("from acme import Client\nclient = Client(timeout=5)\nclient.chat.ask()\n", ACME)
    site = the_site(project, "llm.chat")
    ref = project.argument(site, "timeout").ref
    assert ref is not None
    assert project.resolver.call(ref).span.line == 2


def test_a_stated_default_of_none_is_told_from_silence() -> None:
    assert argument(f"{MADE}{ASK}()\n", "retries").stated
    assert not argument(f"{MADE}{ASK}()\n", "temperature").stated


def test_what_the_call_itself_gives() -> None:
    project = linked("from acme import Client\nclient = Client(timeout=5)\nclient.chat.ask(model='m')\n", ACME)
    site = the_site(project, "llm.chat")
    assert project.written(site, "timeout") is None
    assert told(project.written(site, "model") or Argument(Given.ABSENT)) == "call m"


def test_every_client_behind_a_name() -> None:
    source = "from acme import AsyncClient, Client\nclient = Client(timeout=5) if given else AsyncClient()\nclient.chat.ask()\n"
    project = linked(source, ACME)
    found = project.every_argument(the_site(project, "llm.chat"), "timeout")
    assert [(thing.origin, told(one)) for thing, one in found] == [("acme.Client.chat.ask", "call 5"), ("acme.AsyncClient.chat.ask", "default 30")]
