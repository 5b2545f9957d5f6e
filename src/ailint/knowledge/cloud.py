"""What infrastructure files say about AI on the platforms of cloud vendors."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from msgspec import field

from ailint.knowledge.load import HERE, read_table
from ailint.knowledge.tables import Table

Path = tuple[str, ...]


class Deployment(Table, kw_only=True, frozen=True):
    """A kind of resource that deploys a managed model."""

    kinds: list[str]
    version: Path
    upgrade: Path
    unset: Literal["moves", "stays"]


class Upgrades(Table, kw_only=True, frozen=True):
    """Upgrade options by what they do."""

    moves: list[str]
    stays: list[str]


class ServerlessFunction(Table, kw_only=True, frozen=True):
    """A kind of resource that runs a function up to a limit. Keys as in `cloud.yaml`."""

    kinds: list[str]
    timeout: Path
    unset: int
    handler: Path = ()
    entry: Path = ()
    module: str = ""
    code: Path = ()
    shared: Path = ()
    shared_handler: Path = ()
    shared_code: Path = ()


class Grant(Table, kw_only=True, frozen=True):
    """Roles that allow too much, by name or id; `general` ones are not about AI alone."""

    names: list[str]
    instead: str
    general: bool = False


class Rights(Table, kw_only=True, frozen=True):
    """Rights on AI services."""

    whole: list[str]
    calling: list[str]
    policies: list[str]
    roles: list[Grant]
    others: list[str]


class Draft(Table, kw_only=True, frozen=True):
    """How the draft of something is chosen."""

    names: list[str]
    values: list[str]
    what: str


class Identity(Table, kw_only=True, frozen=True):
    """A service that software may use without a key. Keys as in `cloud.yaml`."""

    service: str
    clients: str
    names: list[str]
    keys: list[str]
    identity: list[str]
    libraries: list[str]
    instead: str
    packages: list[str] = field(default_factory=list)
    always: bool = False
    beside: str = ""


class Keyed(Table, kw_only=True, frozen=True):
    """A kind of resource that takes keys unless `path` says `closed`; `kind` is where it says which service it is."""

    kinds: list[str]
    path: Path
    closed: str
    kind: Path = ()


class Login(Table, kw_only=True, frozen=True):
    """A step that signs a pipeline in."""

    name: str
    keys: list[str]
    instead: str


class CloudTable(Table, kw_only=True, frozen=True):
    """The whole table."""

    as_of: dt.date
    source: str
    deployments: list[Deployment]
    upgrades: Upgrades
    functions: list[ServerlessFunction]
    rights: Rights
    drafts: list[Draft]
    identities: list[Identity]
    keyed: list[Keyed]
    keyed_kinds: list[str]
    logins: list[Login]
    releases: dict[str, str] = field(default_factory=dict)


def load_cloud() -> CloudTable:
    """The table that ships with ailint."""
    return read_table(HERE / "cloud.yaml", CloudTable)
