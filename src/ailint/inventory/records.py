"""What an inventory holds, in the fields of its JSON; null is what the repository does not say."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from ailint.knowledge.effects import EffectName

Chosen = Literal["code", "settings", "library"]
VersionSource = Literal["front-matter", "name", "registry", "git"]


class Place(Struct, frozen=True, order=True):
    """A line of the repository."""

    path: str
    line: int


class Item(Struct, frozen=True):
    """Something that is there: what it is called, and where it stands; `cell` is that of a notebook, and `line` then counts within it."""

    name: str
    path: str
    line: int
    cell: int | None = None


class Library(Item, frozen=True, kw_only=True):
    """A library at its first import; `version` is one version, or the range that is asked for."""

    version: str | None


class Model(Item, frozen=True, kw_only=True):
    """A model id where it is chosen: in the code, in settings, or by a library's default, which is then named.

    `used_at`: the calls that get it; `type` and `kind` (`snapshot`, `alias` …) are what the tables say, `shutdown` a date.
    """

    chosen: Chosen
    library: str | None
    provider: str | None
    type: str | None
    kind: str | None
    shutdown: str | None
    used_at: tuple[Place, ...]


class Prompt(Item, frozen=True, kw_only=True):
    """Instructions in the code, in a file, or in a registry.

    sha256: of the bytes of a file, of the fixed text of a prompt in code; null for what a registry keeps. `version` is what front matter, a name
    (`answer_v2`), the call to a registry, or git's index says (the object name of an unchanged tracked file), and `version_from` which of these.
    """

    sha256: str | None
    version: str | None
    version_from: VersionSource | None
    statements: int = 0
    roles: tuple[str, ...] = ()
    variables: tuple[str, ...] = ()


class Agent(Item, frozen=True, kw_only=True):
    """An agent or graph, and the names of the tools that it is given where it is made."""

    library: str
    tools: tuple[str, ...]


class Effect(Struct, frozen=True):
    """Something that a tool can do, and the call by which it does."""

    effect: EffectName
    path: str
    line: int


class Tool(Item, frozen=True, kw_only=True):
    """What a model may call. `effects` is empty where the tables know nothing that it does."""

    library: str | None
    effects: tuple[Effect, ...]


class Store(Item, frozen=True, kw_only=True):
    """A vector store where it is opened or made; `storage` is where it keeps what it holds, if the tables say so."""

    library: str
    storage: str | None


class Embedder(Item, frozen=True, kw_only=True):
    """What makes vectors, and the models that it does so by."""

    library: str
    models: tuple[str, ...]


class Control(Item, frozen=True, kw_only=True):
    """Proof of an evaluation, of tracing, of a guardrail."""

    library: str | None


class McpServer(Item, frozen=True, kw_only=True):
    """An MCP server: one that settings start (`program`) or call (`address`), or one that the project is (`provided`).

    Neither shows what may be a secret.
    """

    provided: bool
    program: str | None
    address: str | None


class Inventory(Struct, frozen=True):
    """The inventory of `ailint inventory --format json`; every list by place."""

    schema_version: int
    libraries: tuple[Library, ...]
    models: tuple[Model, ...]
    prompts: tuple[Prompt, ...]
    agents: tuple[Agent, ...]
    tools: tuple[Tool, ...]
    vector_stores: tuple[Store, ...]
    embedders: tuple[Embedder, ...]
    evaluations: tuple[Control, ...]
    tracing: tuple[Control, ...]
    guardrails: tuple[Control, ...]
    mcp_servers: tuple[McpServer, ...]


KINDS: tuple[str, ...] = Inventory.__struct_fields__[1:]
