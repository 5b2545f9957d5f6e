"""The vocabulary: what readers saw in one file, and what checks answer about it, as frozen records."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal as Choice_
from typing import TypedDict, Unpack

from msgspec import Struct


class Record(Struct, frozen=True, array_like=True, gc=False):
    """Base of the compact records: immutable, comparable, encoded by position."""


class Span(Record):
    """A range in a file: lines from 1, columns in UTF-8 bytes from 0, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


# ── values ──────────────────────────────────────────────────────────────────────────────────────


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


# ── Python ──────────────────────────────────────────────────────────────────────────────────────


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
    is_async: bool
    parameters: tuple[Parameter, ...]
    decorators: tuple[Value, ...]
    bases: tuple[Value, ...]
    returns: Value | None
    doc: str | None
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
    """A call as written. `spreads` are the `**values`; `step` orders it among its scope's statements."""

    func: Value
    args: tuple[Value, ...]
    keywords: tuple[tuple[str, Value], ...]
    spreads: tuple[Value, ...]
    span: Span
    scope: int
    block: int
    step: int
    awaited: bool


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

    `words` are the names, attributes, keywords and constants without blanks that occur in it: what is not among them need not be looked for.
    """

    imports: tuple[Import, ...]
    scopes: tuple[Scope, ...]
    blocks: tuple[Block, ...]
    calls: tuple[Call, ...]
    steps: tuple[Step, ...]
    exports: tuple[str, ...] | None = None
    cells: tuple[int, ...] = ()
    words: frozenset[str] = frozenset()


# ── other formats ───────────────────────────────────────────────────────────────────────────────


class Setting(Record):
    """One leaf of a settings file (YAML, TOML, JSON, env): `key` is the path to it, list places as numbers in text.

    `raw` is the text as written, before YAML makes `on` True or 3.10 a float.
    """

    key: tuple[str, ...]
    value: str | int | float | bool | None
    span: Span
    raw: str = ""


class Dependency(Record):
    """A package that a manifest or lock file names. `name` is normalised (PEP 503).

    kind: `requirement` (manifest) or `lock`; `specifier` as written, `version` where exactly one is allowed; group: '' for the run time.
    """

    name: str
    specifier: str
    version: str | None
    ecosystem: Choice_["python", "npm"]
    kind: Choice_["requirement", "lock"]
    group: str
    span: Span


class Command(Record):
    """A command line that a pipeline, Makefile target or script entry runs. `source` is `ci`, `make`, `script` or `docker`.

    `target`: name of the target, job or script; `triggers`: what starts it (`push`, `pull_request`, `schedule`, `release` …).
    `key`: path to it among the file's settings, in a pipeline; what stands beside it there belongs to the same step.
    """

    text: str
    source: str
    target: str
    span: Span
    triggers: tuple[str, ...] = ()
    uses: str | None = None
    key: tuple[str, ...] = ()


class Text(Record):
    """A file of plain text that may be a prompt or document: its length in characters and its first 4,096.

    `variables`: names of what is put in, in order; `syntax`: how they are marked (`braces` for `{name}`, `mustache` for `{{name}}`, `jinja`).
    """

    head: str
    length: int
    variables: tuple[str, ...] = ()
    syntax: str = ""


class Row(Record):
    """One row of a data set: its line, and its fields as text, cut to 500 characters."""

    line: int
    fields: tuple[str, ...]


class Table(Record):
    """The head of a data set: names of its fields and its first rows. `whole` tells whether these are all of it."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    whole: bool


class Secret(Record):
    """A key or token found by its form: what kind it is, and what may be shown of it (`sk-a…` and its length), never its value."""

    kind: str
    shown: str
    span: Span


class Column(Record):
    """A column that a statement declares: `type` in lower case without schema and size, `size` the first number in its brackets."""

    table: str
    name: str
    type: str
    size: int | None
    span: Span


class Index(Record):
    """One key of an index: a column or expression of a table, by which method (`hnsw`; '' for the default) and operator class.

    `cast` is the type and size that the key is cast to, `halfvec(3072)`.
    """

    table: str
    column: str
    method: str
    operator_class: str
    cast: str
    span: Span


class Search(Record):
    """A query ordered by a distance operator (`<=>`).

    shape: `raw` (by the operator itself), `expression` (by something computed from it), `alias` (by a name given to such an expression).
    `cast`: what the column is cast to; `filters`: names that the query's conditions mention, keys of JSON included, and `*` where a condition is
    put in from outside; `limited` is also true where something unknown follows the order.
    """

    tables: tuple[str, ...]
    column: str
    operator: str
    shape: Choice_["raw", "expression", "alias"]
    cast: str
    descending: bool
    limited: bool
    filters: tuple[str, ...]
    span: Span


class Sql(Record):
    """What SQL statements say of vectors, of the tables that hold some, and of tables under row-level security (`secured`)."""

    columns: tuple[Column, ...] = ()
    indexes: tuple[Index, ...] = ()
    searches: tuple[Search, ...] = ()
    secured: tuple[str, ...] = ()


class Diagnostic(Record):
    """Something ailint could not do. `line` 0 is the file as a whole."""

    path: str
    line: int
    code: str
    message: str


class FileFacts(Record):
    """What one reader saw in one file. `path` is relative to the root, with `/`.

    `documents`: where the settings of each further document of a YAML file begin.
    """

    path: str
    format: str
    python: PythonFacts | None = None
    settings: tuple[Setting, ...] = ()
    dependencies: tuple[Dependency, ...] = ()
    commands: tuple[Command, ...] = ()
    text: Text | None = None
    diagnostics: tuple[Diagnostic, ...] = ()
    secrets: tuple[Secret, ...] = ()
    sql: Sql | None = None
    table: Table | None = None
    documents: tuple[int, ...] = ()


# ── verdicts ────────────────────────────────────────────────────────────────────────────────────


class Outcome(StrEnum):
    """A check's answer at a site."""

    SATISFIED = "satisfied"
    VIOLATED = "violated"
    UNKNOWN = "unknown"


class Severity(StrEnum):
    """How bad, worst first."""

    CRITICAL = "critical"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"

    @property
    def rank(self) -> int:
        """0 is the worst."""
        return list(Severity).index(self)


class Place(Record):
    """Somewhere in the repository. `project` findings of a sub-project stand at line 1 of its manifest."""

    path: str
    span: Span
    symbol: str = ""


class Related(Record):
    """Another place that a verdict speaks of, and what is there."""

    place: Place
    message: str


class Verdict(Record):
    """What a check says about one site. `severity` only where it differs from the card's; `data` feeds nothing but the fingerprint."""

    outcome: Outcome
    place: Place
    message: str
    related: tuple[Related, ...] = ()
    severity: Severity | None = None
    subproject: str = ""
    data: str = ""


class Further(TypedDict, total=False):
    """The fields of a verdict that most do without."""

    related: tuple[Related, ...]
    severity: Severity | None
    subproject: str
    data: str


def violated(place: Place, message: str, **more: Unpack[Further]) -> Verdict:
    """A violated verdict."""
    return Verdict(Outcome.VIOLATED, place, message, **more)


def satisfied(place: Place, message: str, **more: Unpack[Further]) -> Verdict:
    """A satisfied verdict, its evidence in `message`."""
    return Verdict(Outcome.SATISFIED, place, message, **more)


def unknown(place: Place, message: str, **more: Unpack[Further]) -> Verdict:
    """A verdict that could not be reached, its reason in `message`."""
    return Verdict(Outcome.UNKNOWN, place, message, **more)
