"""The shape of the knowledge tables: what a library, a model, a practice is, as the YAML files must spell it."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import Struct, field

Names = str | list[str]
Default = str | int | float | bool | None


class Table(Struct, frozen=True, forbid_unknown_fields=True, rename={"async_": "async"}):
    """Base of what a YAML table may hold: an unknown key is an error that names its place."""


class Part(Table, kw_only=True):
    """A part of an answer that is not always there.

    `path` as in `output`, a number for one item. `when`: one of these arguments of ours is given; always, if there are none. `then`: reading
    it ends in an `error`, or gives `none`. `told`: attributes that tell whether it is there.
    """

    path: str
    when: list[str] = field(default_factory=list)
    then: Literal["error", "none"]
    told: list[str]


class Entry(Table, kw_only=True):
    """What one callable means.

    `name`: full origins, or for a method its path on the classes of `on`. `role`: its meaning (vocabulary in `docs/knowledge.md`).
    `arguments`: our argument → the library's spelling(s); a dot goes into a dictionary or constructor handed over (`config.http_options.timeout`).
    `positional`: the library's parameter names in order. `defaults`: our argument → what the library does when it is not given:
    a value, null for "no limit", the text `unknown`; a key left out means that nothing is set.
    `output`, `usage`: paths from the result to the text and to the token counts. `returns`: origin of the result where it is no plain data.
    `by_model`: expression that the model's id begins with → class whose defaults hold where this entry's are `unknown`.
    `maybe`: parts of the result that are not always there.
    `refuses`: keyword that it takes no more, or never did → what to write instead, empty where there is nothing.
    `versions`: PEP 440 range of the library for which the entry holds.
    `hands`: what a function registered here is called with, by parameter name, `first` or `rest`: `sent` by somebody outside, or the origin of
    an object. `bounded`: what is sent cannot be long.
    """

    name: Names
    on: Names = field(default_factory=list)
    role: str = ""
    positional: list[str] = field(default_factory=list)
    arguments: dict[str, Names] = field(default_factory=dict)
    defaults: dict[str, Default] = field(default_factory=dict)
    output: Names = field(default_factory=list)
    usage: Names = field(default_factory=list)
    returns: str = ""
    async_: bool | None = None
    local: bool | None = None
    metered: bool | None = None
    structured: bool | None = None
    single: bool | None = None
    by_model: dict[str, str] = field(default_factory=dict)
    refuses: dict[str, str] = field(default_factory=dict)
    hands: dict[str, str] = field(default_factory=dict)
    bounded: bool = False
    maybe: list[Part] = field(default_factory=list)
    versions: str = ""
    note: str = ""


class ClassEntry(Entry, kw_only=True):
    """A class: `like` takes over everything of another class; `fluent` methods return the object, with their arguments laid over it.

    `storage` of a vector store: `memory`, `server`, `argument` (our arguments `persist`, `location` decide), `saved` (lost unless a
    `vector.save` call exists). `async`: its methods are coroutines. `local`: runs in the own process. `metered`: tokens are billed.
    `sends`: attributes and methods of an object that was handed in which give what somebody outside sent. `handles`: methods of a subclass
    that are called with what `hands` says.
    """

    like: str = ""
    fluent: list[str] = field(default_factory=list)
    storage: Literal["", "memory", "server", "argument", "saved"] = ""
    sends: list[str] = field(default_factory=list)
    handles: list[str] = field(default_factory=list)


class Proof(Table, kw_only=True):
    """What proves a practice.

    An origin that is called, used as decorator or subclassed; an import that switches it on by itself; an environment variable; a file by
    git-ignore pattern; the words a command must begin with; a key in a settings file; a kind of resource that infrastructure declares.
    `dependencies`: packages that are there for nothing else, which proves no use of them.
    """

    practice: str
    calls: list[str] = field(default_factory=list)
    imports: list[str] = field(default_factory=list)
    env: list[str] = field(default_factory=list)
    files: list[str] = field(default_factory=list)
    commands: list[str] = field(default_factory=list)
    settings: list[str] = field(default_factory=list)
    resources: list[str] = field(default_factory=list)
    dependencies: list[str] = field(default_factory=list)


class Removal(Table, kw_only=True):
    """An API that is gone: from the library (`removed_in`, first version without it), or from service (`ended`)."""

    name: Names
    instead: str
    removed_in: str = ""
    ended: dt.date | None = None
    moved: bool = False
    package: str = ""


class Library(Table, kw_only=True):
    """One library, for every rule. `imports`: its top packages as imported. `transparent`: attributes that change nothing in a path.

    `steady`: those of its packages whose new versions break nothing.

    `aliases`: origin prefix → the prefix under which the table describes it (re-exports, moved modules).
    """

    library: str
    as_of: dt.date
    source: str
    packages: dict[str, list[str]] = field(default_factory=dict)
    steady: list[str] = field(default_factory=list)
    imports: list[str] = field(default_factory=list)
    ai: bool = True
    transparent: list[str] = field(default_factory=list)
    aliases: dict[str, str] = field(default_factory=dict)
    classes: list[ClassEntry] = field(default_factory=list)
    calls: list[Entry] = field(default_factory=list)
    evidence: list[Proof] = field(default_factory=list)
    removals: list[Removal] = field(default_factory=list)


class Model(Table, kw_only=True):
    """One model id. kind: `snapshot` (dated), `immutable` (dateless, fixed by contract), `alias` (dated forms exist), `moving` (`-latest`).

    `rejects`: our arguments that its API answers with an error; `shutdown`: first day on which requests fail; `window`: tokens.
    `space`: embedding models with the same word here make vectors that can be compared. `purpose`: how an embedding model is told whether a
    text is a query or a document: by an argument of the call, or by a prefix of the text.
    """

    id: Names
    provider: str
    type: Literal["chat", "completion", "embedding", "image", "audio", "rerank", "moderation"] = "chat"
    kind: Literal["snapshot", "immutable", "alias", "moving", "unversioned"]
    snapshots: list[str] = field(default_factory=list)
    rejects: list[str] | None = None
    announced: dt.date | None = None
    shutdown: dt.date | None = None
    successor: str = ""
    dimensions: int | None = None
    space: str = ""
    window: int | None = None
    purpose: Literal["", "argument", "prefix"] = ""


class ModelTable(Table, kw_only=True):
    """All model ids of one provider. `patterns` (regular expressions, whole id) say what the ids not listed are.

    `prefixes`: what stands before a `/` or `:` to name the provider. `clients`: expression found in the origins of clients that talk to this
    provider by themselves; a table without models is asked first. `shared`: other providers use the same ids, so that one counts here only.
    """

    provider: str
    prefixes: list[str] = field(default_factory=list)
    clients: str = ""
    shared: bool = False
    as_of: dt.date
    source: str
    models: list[Model]
    patterns: list[Model] = field(default_factory=list)
