"""Values as written: constants, names, calls, texts and what is put together from them."""

from __future__ import annotations

from msgspec import Struct


class Record(Struct, frozen=True, array_like=True, gc=False):
    """Base of the compact records: immutable, comparable, encoded by position."""


class Span(Record):
    """A range in a file: lines from 1, columns in UTF-8 bytes from 0, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Literal(Record, tag="lit"):
    """A constant written in the source. `span` is kept for text only, where rules point at it."""

    value: str | int | float | bool | None
    span: Span | None = None


class Ref(Record, tag="ref"):
    """A name, dotted where attributes follow it: `self.client.chat`. Never a string."""

    name: str
    line: int = 0


class Attribute(Record, tag="attr"):
    """An attribute of something that is no name: `make().chat`."""

    base: Value
    name: str


class Item(Record, tag="item"):
    """A subscript: `base[key]`."""

    base: Value
    key: Value


class CallResult(Record, tag="call"):
    """What a call returns; `call` indexes `PythonFacts.calls`."""

    call: int


class Template(Record, tag="tmpl"):
    """Text put together from parts: f-string, `+`, `%`, `format`, `join`. `span` covers the whole."""

    parts: tuple[Value, ...]
    span: Span


class Collection(Record, tag="coll"):
    """A list, tuple or set display, or the arguments of an unpacking target."""

    items: tuple[Value, ...]
    kind: str = "list"


class Mapping(Record, tag="map"):
    """A dictionary display: pairs in order; a key of None is a `**spread`."""

    entries: tuple[tuple[Value | None, Value], ...]
    span: Span


class Choice(Record, tag="alt"):
    """One of several values: a conditional expression, `a or b`. `test` is the condition, where there is one."""

    options: tuple[Value, ...]
    test: Value | None = None


class Comprehension(Record, tag="comp"):
    """`[element for … in source]`, generators and dictionary comprehensions included (element is then the value)."""

    element: Value
    source: Value
    kind: str = "list"
    block: int = -1


class Operation(Record, tag="op"):
    """An operator whose result is neither text nor choice: arithmetic, comparison (`in`, `==`), `not`."""

    operator: str
    operands: tuple[Value, ...]


class Spread(Record, tag="star"):
    """`*value` among arguments or items."""

    value: Value


class FunctionValue(Record, tag="fn"):
    """A lambda; `scope` indexes `PythonFacts.scopes`."""

    scope: int


class Unknown(Record, tag="unk"):
    """A value that the reader does not model; `why` is for people."""

    why: str = ""


Value = (
    Literal
    | Ref
    | Attribute
    | Item
    | CallResult
    | Template
    | Collection
    | Mapping
    | Choice
    | Comprehension
    | Operation
    | Spread
    | FunctionValue
    | Unknown
)
