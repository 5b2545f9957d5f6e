"""Variables of the environment that a repository sets, in code and in settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Attribute, Item, Literal, Ref

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.facts import PythonFacts, Setting, Span, Value

OFF = frozenset({"", "0", "false", "no", "off", "none", "null", "disabled"})
ENVIRONMENT = frozenset({"environ", "putenv"})
SETTERS = ("environ.setdefault", "os.putenv")


def is_off(value: str) -> bool:
    """Whether a value switches off what its name stands for."""
    return value.strip().strip("\"'").lower() in OFF


def last_name(value: Value | None) -> str:
    """The last part of a name or attribute; empty for anything else."""
    return value.name.rpartition(".")[2] if isinstance(value, Ref | Attribute) else ""


def set_in_code(facts: PythonFacts) -> Iterator[tuple[str, Span, str]]:
    """`os.environ[name] = value`, `os.environ.setdefault(name, value)`, `os.putenv(name, value)`: name, place and value."""
    if facts.words.isdisjoint(ENVIRONMENT):
        return
    for step in facts.steps:
        target = step.target
        if step.kind == "bind" and isinstance(target, Item) and isinstance(target.key, Literal) and last_name(target.base) == "environ":
            yield str(target.key.value), step.span, _written(step.value)
    for call in facts.calls:
        if isinstance(call.func, Ref) and call.func.name.endswith(SETTERS) and len(call.args) > 1:
            name, value = call.args[:2]
            if isinstance(name, Literal):
                yield str(name.value), call.span, _written(value)


def set_in_settings(settings: Iterable[Setting]) -> Iterator[tuple[Setting, str, str]]:
    """`NAME: value`, the list item `NAME=value`, and the pair `name: NAME`, `value: …` of Kubernetes: the setting, name and value."""
    values = {setting.key: setting.raw for setting in settings}
    for setting in settings:
        last = setting.key[-1] if setting.key else ""
        if last.isdigit() and "=" in setting.raw:
            name, _, value = setting.raw.partition("=")
            yield setting, name.strip(), value
        elif last == "name" and (*setting.key[:-1], "value") in values:
            yield setting, setting.raw, values[*setting.key[:-1], "value"]
        else:
            yield setting, last, setting.raw


def _written(value: Value | None) -> str:
    """The text of a constant; anything else may be any value and counts as one."""
    return str(value.value if value.value is not None else "") if isinstance(value, Literal) else "set"
