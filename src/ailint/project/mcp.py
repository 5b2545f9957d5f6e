"""MCP servers that a repository's configuration starts or calls."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ailint.project.sections import Section, documents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import FileFacts, Place, Setting
    from ailint.project.project import Project

TABLES = frozenset({"mcpServers", "mcp_servers", "context_servers", "mcp-servers"})
MCP_FILE = re.compile(r"(?:^|/)(?:\.?mcp(?:_config)?\.json|\.(?:vscode|cursor|roo|kilocode|windsurf)/mcp\.json)$")
SHOWN = frozenset({"example", "examples", "schema", "schemas", "properties"})
STARTS = frozenset({"command", "url", "httpUrl", "serverUrl"})


class McpServer(NamedTuple):
    """A server as configured: `command` and its `arguments` where it is started, `url` where it is called; `section` has all of it."""

    name: str
    command: str
    arguments: tuple[Setting, ...]
    url: str
    section: Section
    place: Place

    @property
    def words(self) -> tuple[str, ...]:
        """The command line that starts it."""
        return tuple(filter(None, (*self.command.split(), *(argument.raw for argument in self.arguments))))


def mcp_servers(project: Project) -> tuple[McpServer, ...]:
    """Every server of every settings file, in order."""
    return project.shared("mcp servers", lambda: tuple(server for file in project.files.values() for server in configured(file)))


def configured(file: FileFacts) -> Iterator[McpServer]:
    """The servers that one file configures."""
    if file.format not in {"json", "yaml", "toml", "prompt"} or not any(STARTS & set(setting.key[-2:]) for setting in file.settings):
        return
    for section in documents(file):
        for table in _tables(section):
            for name, one in table.children.items():
                yield from _server(one.text("name") if name.isdigit() else name, one)


def _tables(section: Section) -> Iterator[Section]:
    """The tables of servers: under a telling name wherever it is, under `servers` in files that are made for them."""
    heads: dict[tuple[str, ...], None] = {}
    for setting in section.settings:
        for at, part in enumerate(setting.key[:-1]):
            named = part == "servers" and ((at == 0 and MCP_FILE.search(section.path)) or setting.key[at - 1 : at] == ("mcp",))
            if part in SHOWN:
                break
            if part in TABLES or named:
                heads.setdefault(setting.key[: at + 1])
                break
    yield from (section.below(*head) for head in heads)


def _server(name: str, section: Section) -> Iterator[McpServer]:
    command = section.get("command")
    url = next((found for key in ("url", "httpUrl", "serverUrl") if (found := section.get(key))), None)
    first = command or url
    if first is None and section.below("command"):  # the command and its arguments as one list
        words = section.below("command").settings
        yield McpServer(name, words[0].raw, words[1:], "", section, section.below("command").place)
    elif first is not None:
        arguments = section.below("args").settings
        yield McpServer(name, command.raw if command else "", arguments, url.raw if url else "", section, Section(section.path, (), (first,)).place)
