"""What declarations say: the alternatives of an annotation, and fields followed into classes."""

from __future__ import annotations

import pytest

from ailint.facts import Ref
from ailint.project import declared
from ailint.project.structure import END
from ailint.project.things import Spot
from tests.linked import linked

HEAD = """from typing import Annotated, Literal, Optional
from enum import Enum
from pydantic import BaseModel, Field, constr
class Tone(Enum):
    DRY = 1
class Turn(BaseModel):
    role: str
    size: int
class Base(BaseModel):
    turns: list[Turn]
class Body(Base):
    first: Turn
    maybe: Turn | None = None
    named: dict[str, Turn]
Short = Annotated[str, Field(max_length=3)]
"""


def told(one: declared.Type, classes: list[str]) -> str:
    return classes[one.cls.scope] if one.cls is not None else one.origin


def annotation(text: str) -> list[str]:
    project = linked(f"{HEAD}def f(x: {text}):\n    pass\n")
    facts = project.python["app.py"]
    scope = len(facts.scopes) - 1
    found = declared.of_parameter(project.resolver, "app.py", scope, facts.scopes[scope].parameters[0])
    return [told(one, [each.name for each in facts.scopes]) for one in declared.types(project.resolver, found.annotation, found.spot)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        pytest.param("str", ["builtins.str"], id="a builtin"),
        pytest.param("str | int", ["builtins.str", "builtins.int"], id="a union"),
        pytest.param("Optional[Turn]", ["Turn"], id="an option"),
        pytest.param("'Turn'", ["Turn"], id="quoted"),
        pytest.param("Short", ["builtins.str"], id="another name"),
        pytest.param("list[Turn]", ["builtins.list"], id="a list"),
        pytest.param("Literal['a', 'b']", ["typing.Literal"], id="a closed choice"),
        pytest.param("constr(max_length=3)", ["pydantic.constr"], id="made by a call"),
        pytest.param("missing", ["?"], id="unknown"),
        pytest.param("None", [], id="none"),
    ],
)
def test_alternatives(text: str, found: list[str]) -> None:
    assert annotation(text) == found


@pytest.mark.parametrize(
    ("trail", "name"),
    [
        pytest.param(("first", "size"), "size", id="attributes"),
        pytest.param(("turns", "[-1]", "role"), "role", id="an item of an inherited list"),
        pytest.param(("named", "[x]", "role"), "role", id="an item of a dictionary"),
        pytest.param(("[first]", "[role]"), "role", id="keys of a dumped object"),
        pytest.param(("maybe", "role"), "role", id="through an option"),
        pytest.param(("first", "unheard_of"), "first", id="as far as it goes"),
    ],
)
def test_fields_followed(trail: tuple[str, ...], name: str) -> None:
    project = linked(f"{HEAD}def f(x: Body):\n    pass\n")
    facts = project.python["app.py"]
    scope = len(facts.scopes) - 1
    whole = declared.of_parameter(project.resolver, "app.py", scope, facts.scopes[scope].parameters[0])
    assert declared.followed(project.resolver, whole, trail).name == name


@pytest.mark.parametrize(
    ("name", "found"), [pytest.param("Tone", (True, True), id="an enumeration"), pytest.param("Turn", (False, True), id="a model")]
)
def test_kinds_of_classes(name: str, found: tuple[bool, bool]) -> None:
    project = linked(HEAD)
    [cls] = [one.cls for one in declared.types(project.resolver, Ref(name), Spot("app.py", 0, 0, END)) if one.cls]
    assert (declared.is_enum(project.resolver, cls), declared.is_model(project.resolver, cls)) == found
