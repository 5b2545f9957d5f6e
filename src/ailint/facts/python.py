"""One Python file or notebook: what it imports, defines, calls and does, in order."""

from __future__ import annotations

from typing import Literal as Choice_

from ailint.facts.values import Record, Span, Value


class Import(Record):
    """One imported name. `import a.b` has name None and binds `a`; `from m import *` has name `*`."""

    module: str
    name: str | None
    alias: str
    level: int
    scope: int
    block: int
    line: int


class Parameter(Record):
    """A parameter; kind is `positional`, `keyword`, `args` or `kwargs`."""

    name: str
    kind: str
    annotation: Value | None
    default: Value | None


class Scope(Record):
    """A module, class, function or lambda. Index 0 of `PythonFacts.scopes` is the module itself.

    `block` is where it is defined (in its parent), `body` the block of its own statements.
    """

    kind: Choice_["module", "class", "function", "lambda"]
    name: str
    symbol: str
    parent: int
    block: int
    body: int
    span: Span
    parameters: tuple[Parameter, ...] = ()
    decorators: tuple[Value, ...] = ()
    bases: tuple[Value, ...] = ()
    returns: Value | None = None
    doc: str | None = None
    is_async: bool = False
    is_generator: bool = False


class Block(Record):
    """A stretch of statements with one control context.

    kind: `body` (of a scope), `if`, `else`, `for`, `while`, `try`, `handler`, `try-else`, `finally`, `with`, `case`, `comprehension`.
    `value`: the condition, iterable, context manager or matched subject; `target`: loop variable, `as` name, or the name of the error.
    `owner`: for `handler`, `try-else`, `finally` the `try` block, for `else` the block of its `if`, `for` or `while`; else -1.
    """

    kind: str
    parent: int
    scope: int
    span: Span
    value: Value | None = None
    target: Value | None = None
    owner: int = -1
    is_async: bool = False


class Call(Record):
    """A call as written. `name` is the last name of what is called, empty where that has none: `create` of `client.chat.completions.create`.

    `spreads` are the `**values`; `step` orders it among its scope's statements.
    """

    func: Value
    args: tuple[Value, ...]
    keywords: tuple[tuple[str, Value], ...]
    spreads: tuple[Value, ...]
    span: Span
    scope: int
    block: int
    step: int
    awaited: bool
    name: str


class Step(Record):
    """A statement, in source order; its index in `PythonFacts.steps` is its place in time.

    kind: `bind` (target = value), `augment` (target op= value), `declare` (annotated, without value), `iterate` (target in value),
    `enter` (with value as target), `filter` (a condition in a comprehension), `return`, `yield`, `raise`, `expression`, `assert`, `delete`,
    `break`, `continue`, `pass`, `global`.
    """

    kind: str
    scope: int
    block: int
    span: Span
    target: Value | None = None
    value: Value | None = None
    annotation: Value | None = None


class PythonFacts(Record):
    """Everything a check may know of one Python file or notebook.

    `words` are the names, attributes, keywords and constants without blanks that occur in it, what `read/mentions.py` finds in its bytes, and
    `{}|` for a dictionary before a `|`: what is not among them need not be looked for.
    """

    imports: tuple[Import, ...]
    scopes: tuple[Scope, ...]
    blocks: tuple[Block, ...]
    calls: tuple[Call, ...]
    steps: tuple[Step, ...]
    exports: tuple[str, ...] | None = None
    cells: tuple[int, ...] = ()
    words: frozenset[str] = frozenset()
