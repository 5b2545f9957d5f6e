"""What readers saw in one file, of whatever format."""

from __future__ import annotations

from typing import Literal as Choice_

from ailint.facts.python import PythonFacts
from ailint.facts.values import Record, Span


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
    """A key or token found by its form: what kind it is, and what may be shown of it (`sk-a…` and its length), never its value.

    `until`: the last day on which it is good, where it says so itself.
    """

    kind: str
    shown: str
    span: Span
    until: str = ""


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

    `documents`: where the settings of each further document of a YAML file begin. `printed`: secrets in what a notebook's cells have printed,
    each at the first line of code of its cell.
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
    printed: tuple[Secret, ...] = ()
