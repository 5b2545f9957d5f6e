"""Slots of templates, by the format they are written in."""

from __future__ import annotations

import pytest

from ailint.project.slots import Slots, slots_of

BRACES = {
    "a name": ("Hello {name}", Slots(frozenset({"name"}))),
    "an attribute and an item of one": ("{order.id} {order[total]}", Slots(frozenset({"order"}))),
    "a conversion and a format": ("{price!r:>10}", Slots(frozenset({"price"}))),
    "a width that is put in itself": ("{price:{width}}", Slots(frozenset({"price", "width"}))),
    "doubled": ('{{"id": 1}}', Slots()),
    "a JSON example": ('{"id": 1}', Slots(broken=('"id"',))),
    "by place": ("{} {0}", Slots(open=True)),
    "one brace too many": ("a } b", Slots(open=True)),
}
JINJA = {
    "a name": ("{{ name }}", Slots(frozenset({"name"}))),
    "filters and attributes": ("{{ user.name | upper | truncate(length) }}", Slots(frozenset({"user", "length"}))),
    "quoted text": ("{{ 'name' ~ title }}", Slots(frozenset({"title"}))),
    "asked for in a condition": ("{% if style %}{{ style }}{% endif %}", Slots(optional=frozenset({"style"}))),
    "a default": ("{{ name | default('you') }}", Slots(optional=frozenset({"name"}))),
    "a loop": ("{%- for a, b in rows -%}{{ a }}{{ loop.index }}{% endfor %}", Slots(optional=frozenset({"rows"}))),
    "set on the way": ("{% set total = price %}{{ total }}", Slots(optional=frozenset({"price"}))),
    "another file": ("{% include 'x' %}{{ name }}", Slots(frozenset({"name"}), open=True)),
    "a section": ("{{#rows}}{{ name }}{{/rows}}", Slots(frozenset({"rows", "name"}), open=True)),
    "never closed": ("{{ name", Slots()),
}


@pytest.mark.parametrize(("text", "expected"), BRACES.values(), ids=BRACES)
def test_slots_in_braces(text: str, expected: Slots) -> None:
    assert slots_of(text) == expected


@pytest.mark.parametrize(("text", "expected"), JINJA.values(), ids=JINJA)
def test_slots_in_double_braces(text: str, expected: Slots) -> None:
    assert slots_of(text, "jinja2") == expected


def test_slots_of_a_format_that_is_not_known() -> None:
    assert slots_of("{{ name }}", "unheard of") == Slots(open=True)


def test_text_full_of_openings_is_read_once() -> None:
    assert slots_of("{{ " * 50_000, "jinja2") == Slots()
