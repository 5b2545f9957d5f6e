"""Forms of keys and tokens, and what only looks like one."""

from __future__ import annotations

import datetime as dt
import math
import re
import string
from collections import Counter
from functools import cache, cached_property
from typing import TYPE_CHECKING

from msgspec import field

from ailint.knowledge.load import HERE, read_table
from ailint.knowledge.marks import any_of
from ailint.knowledge.tables import Table

if TYPE_CHECKING:
    from collections.abc import Set as AbstractSet

SEPARATORS = re.compile(r"[-_.\s:/=]+")
LITERAL = re.compile(r"\\b([A-Za-z0-9_-]{3,})(?![?*{+])")
SHORTEST_RUN = 20  # characters that every key has in a row
KEY_CHARACTERS = f"{string.ascii_letters}{string.digits}_-+/=\\".encode()  # the last for what JSON escapes
KINDS = bytes(ord("x" if code in KEY_CHARACTERS else " ") for code in range(256))


class Form(Table, kw_only=True):
    """What a provider's key looks like. `names`: what a name beside it must say; `clients`: origins of clients that take it.

    `marks`: texts one of which every such key holds in a run of its characters, where the expression does not begin with one.
    """

    name: str
    regex: str
    provider: str = ""
    entropy: float = 0
    names: str = ""
    clients: list[str] = field(default_factory=list)
    marks: list[str] = field(default_factory=list)


class Placeholders(Table, kw_only=True):
    """Values that stand for a key: words in them, patterns, and the length from which a literal can be a key at all."""

    words: list[str]
    patterns: list[str]
    shortest: int
    local_values: list[str]


class KeyNames(Table, kw_only=True):
    """Names whose value is a key: arguments, attributes of modules, headers, variables of the environment.

    `secret` and `no_secret`: what the name of a setting in capitals says, and what it then must not say.
    """

    arguments: list[str]
    attributes: list[str]
    headers: list[str]
    env: list[str]
    env_pattern: str
    secret: str
    no_secret: str


class KeyFiles(Table, kw_only=True):
    """Files that hold keys by their purpose, files that show how one would, and lists of known findings."""

    examples: list[str]
    committed: list[str]
    agents: list[str]
    baselines: list[str]


class SecretTable(Table, kw_only=True):
    """The table as a file."""

    as_of: dt.date
    source: str
    tokens: list[Form]
    contextual: list[Form]
    public: list[Form]
    placeholders: Placeholders
    names: KeyNames
    local_hosts: list[str]
    files: KeyFiles


class Secrets:
    """The table, asked."""

    def __init__(self, table: SecretTable) -> None:
        self.table = table
        self._words = frozenset(word.lower() for word in (*table.placeholders.words, *table.placeholders.local_values))
        self._patterns = [re.compile(pattern) for pattern in table.placeholders.patterns]
        self._env = frozenset(table.names.env)
        self._env_pattern = re.compile(table.names.env_pattern)
        self._secret = re.compile(table.names.secret)
        self._no_secret = re.compile(table.names.no_secret)

    @cached_property
    def headers(self) -> frozenset[str]:
        """Names of headers that hold a key, in lower case."""
        return frozenset(self.table.names.headers)

    @cached_property
    def tokens(self) -> list[tuple[Form, tuple[bytes, ...], re.Pattern[bytes]]]:
        """Forms that are known by themselves, with the texts to look for first."""
        return [(form, marks_of(form), re.compile(form.regex.encode())) for form in self.table.tokens]

    @cached_property
    def _any_mark(self) -> re.Pattern[bytes]:
        return any_of({mark for _, marks, _ in self.tokens for mark in marks})

    def may_be_in(self, data: bytes) -> bool:
        """Whether a text holds the mark of some form where a key could be."""
        return bool(self.forms_in(data))

    def forms_in(self, data: bytes) -> list[tuple[Form, re.Pattern[bytes]]]:
        """Forms of which a text holds a mark where a key could be: most texts hold none, which is quickly told."""
        possible = runs(data)
        if self._any_mark.search(possible) is None:
            return []
        return [(form, regex) for form, marks, regex in self.tokens if any(mark in possible for mark in marks)]

    @cached_property
    def _contextual(self) -> list[tuple[Form, re.Pattern[str], re.Pattern[str]]]:
        return [(form, re.compile(form.names), re.compile(form.regex)) for form in self.table.contextual]

    @cached_property
    def _public(self) -> list[tuple[re.Pattern[str] | None, re.Pattern[str]]]:
        return [(re.compile(form.names) if form.names else None, re.compile(form.regex)) for form in self.table.public]

    def is_long_enough(self, value: object) -> bool:
        """Whether a value is a text, and as long as a key is at least."""
        return isinstance(value, str) and len(value) >= self.table.placeholders.shortest

    def is_placeholder(self, value: str) -> bool:
        """Whether a value only stands for a key: by its words, its form, or its length."""
        return not self.is_long_enough(value) or self.stands_for_a_key(value)

    def stands_for_a_key(self, value: str) -> bool:
        """Whether a value of any length only stands for a key, by its words or its form."""
        return (
            value.lower() in self._words
            or bool(self._words & set(SEPARATORS.split(value.lower())))
            or any(pattern.search(value) for pattern in self._patterns)
        )

    def is_public(self, value: str, around: str) -> bool:
        """Whether a value is made to be published, by its form or by what is written around it."""
        return any(regex.search(value) and (names is None or names.search(around)) for names, regex in self._public)

    def form_of(self, value: str, name: str, client: str = "") -> str:
        """What kind of key a value is, given the name that it has and the client that takes it; empty where it is none."""
        for form, _, regex in self.tokens:
            if regex.fullmatch(value.encode(errors="replace")) and dense(value, form):
                return form.name
        for form, names, pattern in self._contextual:
            if (names.search(name) or client in form.clients) and pattern.fullmatch(value) and dense(value, form):
                return form.name
        return ""

    def is_key_name(self, name: str) -> bool:
        """Whether a variable of the environment holds a key."""
        return name in self._env or bool(self._env_pattern.match(name))

    def key_names(self, words: AbstractSet[str]) -> set[str]:
        """Those of some words that name a key: variables of the environment, attributes of libraries' modules."""
        attributes = {name.rpartition(".")[2] for name in self.table.names.attributes}
        return {*(words & (self._env | attributes)), *filter(self._env_pattern.match, words)}

    def is_secret_name(self, name: str) -> bool:
        """Whether a variable of the environment, or a setting, holds something secret: a key, a password, an address with one in it."""
        upper = name.upper()
        return name in self._env or (self._secret.search(upper) is not None and self._no_secret.search(upper) is None)


def runs(data: bytes) -> bytes:
    """What of a text could be part of a key: the runs of its characters that are long enough, with blanks between them."""
    kinds = data.translate(KINDS)
    shortest = b"x" * SHORTEST_RUN
    found = []
    start = kinds.find(shortest)
    while start >= 0:
        end = kinds.find(b" ", start)
        end = len(kinds) if end < 0 else end
        found.append(data[start:end])
        start = kinds.find(shortest, end)
    return b" ".join(found)


def marks_of(form: Form) -> tuple[bytes, ...]:
    """Texts one of which every key of a form holds."""
    if form.marks:
        return tuple(mark.encode() for mark in form.marks)
    found = LITERAL.match(form.regex)
    return (found[1].encode(),) if found else ()


def dense(value: str, form: Form) -> bool:
    """Whether the part after the mark is as random as a key's."""
    mark = next((mark.decode() for mark in marks_of(form) if value.startswith(mark.decode())), "")
    return entropy(value.removeprefix(mark)) >= form.entropy


def entropy(text: str) -> float:
    """Bits a character, after Shannon."""
    return -sum(count / len(text) * math.log2(count / len(text)) for count in Counter(text).values()) if text else 0


def masked(value: str) -> str:
    """What may be shown of a key: its first four characters and its length."""
    return f"`{value[:4]}…` ({len(value)} characters)"


@cache
def load_secrets() -> Secrets:
    """The table that ships with ailint."""
    return Secrets(read_table(HERE / "secrets.yaml", SecretTable))
