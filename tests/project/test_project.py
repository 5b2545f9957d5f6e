"""What a check asks of the project."""

from __future__ import annotations

import pytest

from ailint.facts import CallResult, Literal
from tests import acme
from tests.linked import calls_of, linked, the_site

ACME = acme.knowledge()
MADE = "from acme import Client\nclient = Client()\n"


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        pytest.param("client.chat.ask(model='m')", "m", id="by name"),
        pytest.param("client.chat.ask('m')", "m", id="by place"),
        pytest.param("client.chat.ask()", None, id="left out"),
        pytest.param("client.chat.ask(**{'model': 'm'})", None, id="hidden in a spread"),
    ],
)
def test_what_a_call_is_given_as_written(call: str, expected: str | None) -> None:
    project = linked(f"{MADE}{call}\n", ACME)
    given = project.given(the_site(project, "llm.chat"), "model")
    assert (given.value if isinstance(given, Literal) else given) == expected


def test_a_wrapper_gives_model_output() -> None:
    project = linked(
        {
            "model.py": f"{MADE}def ask(x):\n    return client.chat.ask(x)\ndef name(x):\n    return x\n",
            "app.py": "from model import ask, name\nask(1)\nname(1)\n",
        },
        ACME,
    )
    asked = {name: project.returns_model_output(ref) for name in ("ask", "name") for ref, _ in calls_of(project, name) if ref.path == "app.py"}
    assert asked == {"ask": True, "name": False}


def test_a_function_asks_a_model_where_its_own_body_does() -> None:
    project = linked(f"{MADE}def ask():\n    client.chat.ask()\ndef outer():\n    ask()\n", ACME)
    functions = [
        project.resolver.names.definition("app.py", index) for index, scope in enumerate(project.python["app.py"].scopes) if scope.kind == "function"
    ]
    assert [project.asks_model(function) for function in functions] == [True, False]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        pytest.param("client.parse().chat.ask()", True, id="a client for structured output"),
        pytest.param("client.chat.ask()", False, id="a plain client"),
    ],
)
def test_a_maker_that_asks_for_structure(made: str, *, expected: bool) -> None:
    project = linked(f"{MADE}{made}\n", ACME)
    site = next(site for site in project.calls("llm.chat") if site.thing.origin.endswith("ask"))
    assert any(project.maker_asks(maker) for maker in site.thing.makers) is expected


def test_a_site_by_its_place() -> None:
    project = linked(f"{MADE}client.chat.ask()\nprint()\n", ACME)
    assert [getattr(project.site("app.py", call), "role", None) for call in range(3)] == ["llm.client", "llm.chat", None]


def test_things_of_a_value() -> None:
    project = linked(f"{MADE}client.chat.ask()\n", ACME)
    site = the_site(project, "llm.chat")
    assert project.things(CallResult(site.ref.index), site.spot) == project.resolver.result(site.ref)


def test_findings_about_a_whole_project_stand_in_its_manifest() -> None:
    project = linked({"pyproject.toml": '[project]\nname = "x"\n', "app.py": MADE}, ACME)
    place = project.manifest(project.subprojects[0])
    assert (place.path, place.span.line) == ("pyproject.toml", 1)
