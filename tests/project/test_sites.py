"""Sites: calls with a meaning, found by role however they are written."""

from __future__ import annotations

import pytest

from tests import acme
from tests.linked import linked

ACME = acme.knowledge()
MADE = "from acme import Client\nclient = Client()\n"
CASES = {
    "a method of a client": (["acme.Client.chat.ask"], f"{MADE}client.chat.ask()\n"),
    "a method taken apart": (["acme.Client.chat.ask"], f"{MADE}ask = client.chat.ask\nask()\n"),
    "a method of a client of another name": (["acme.Client.chat.ask"], "from acme import Client as C\nC().chat.ask()\n"),
    "a method of a client under an old name": (["acme.Client.chat.ask"], "from acme.old import Client\nClient().chat.ask()\n"),
    "a method past a transparent attribute": (["acme.Client.chat.raw.ask"], f"{MADE}client.chat.raw.ask()\n"),
    "a method of a subclass": (["acme.AsyncClient.chat.ask"], "from acme import AsyncClient\nAsyncClient().chat.ask()\n"),
    "a method of a project's own subclass": (["acme.Client.chat.ask"], "from acme import Client\nclass Mine(Client):\n    pass\nMine().chat.ask()\n"),
    "a function": (["acme.ask"], "import acme\nacme.ask()\n"),
    "a function under another name": (["acme.ask"], "from acme import ask as chat\nchat()\n"),
    "a function bound to arguments": (["acme.ask"], "from acme import ask\nfrom functools import partial\nchat = partial(ask, model='m')\nchat()\n"),
    "what a factory of the library makes": (["acme.Client.chat.ask"], "import acme\nacme.make().chat.ask()\n"),
    "what the name of a service makes": (["acme.AsyncClient.chat.ask"], "import acme\nacme.service('Async').chat.ask()\n"),
    "what a method gives back": (["acme.Client.parse", "acme.Client.chat.ask"], f"{MADE}client.parse().chat.ask()\n"),
    "two in one expression": (["acme.ask", "acme.ask"], "import acme\nacme.ask(acme.ask())\n"),
    "another object's method of the name": ([], "from elsewhere import client\nclient.chat.ask()\n"),
    "a function of one's own": ([], "def ask():\n    pass\nask()\n"),
    "a method nobody knows": ([], f"{MADE}client.chat.listen()\n"),
}


@pytest.mark.parametrize(("expected", "source"), CASES.values(), ids=CASES.keys())
def test_found_by_role(expected: list[str], source: str) -> None:
    assert sorted(site.thing.origin for site in linked(source, ACME).calls("llm.chat")) == sorted(expected)


def test_in_the_order_of_files_and_lines() -> None:
    call = "import acme\nacme.ask()\n"
    project = linked({"b.py": call, "a.py": call + "acme.ask()\n"}, ACME)
    assert [(site.path, site.call.span.line) for site in project.calls("llm.chat")] == [("a.py", 2), ("a.py", 3), ("b.py", 2)]


def test_a_role_stands_for_those_below_it() -> None:
    project = linked(f"{MADE}client.chat.ask()\n", ACME)
    assert [site.role for site in project.calls("llm")] == ["llm.client", "llm.chat"]


def test_a_site_tells_where_it_stands() -> None:
    project = linked("import acme\nclass A:\n    def run(self):\n        acme.ask()\n", ACME)
    [site] = project.calls("llm.chat")
    assert (site.place.path, site.place.span.line, site.place.symbol, site.scope.name) == ("app.py", 4, "A.run", "run")


def test_what_is_not_sure_has_its_alternatives() -> None:
    project = linked("from acme import AsyncClient, Client\nclient = Client() if given else AsyncClient()\nclient.chat.ask()\n", ACME)
    [site] = project.calls("llm.chat")
    assert [thing.origin for _, thing in site.others] == ["acme.AsyncClient.chat.ask"]


def test_a_constructor_is_told_from_a_use() -> None:
    project = linked(f"{MADE}client.chat.ask()\n", ACME)
    assert [site.is_constructor for site in project.calls("llm")] == [True, False]


def test_calling_what_a_class_made_is_not_constructing_it() -> None:
    assert [site.call.span.line for site in linked(f"{MADE}client()\n", ACME).calls("llm.client")] == [2]
