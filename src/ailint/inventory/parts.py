"""Libraries, vector stores, embedders, MCP servers, and proofs of evaluation, tracing and guardrails."""

from __future__ import annotations

import re
from posixpath import basename
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from ailint.facts import Literal
from ailint.inventory.naming import ROLES, class_name, counts, one_line, sites
from ailint.inventory.records import Control, Embedder, Library, McpServer, Store
from ailint.project.mcp import mcp_servers
from ailint.project.packages import packages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Call, Value
    from ailint.project import Project

HOST = re.compile(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+")
IN_PATHS = "/:@!$&'()*+,;=~"
SERVING = ("mcp.serve", "mcp.app")


def libraries(project: Project) -> Iterator[Library]:
    """The libraries that the code imports, each at its first import, once for every version that sub-projects ask for."""
    for package, place in packages(project, ROLES).items():
        yield Library(one_line(package.name), place.path, place.span.line, version=package.version)


def stores(project: Project) -> Iterator[Store]:
    """Vector stores where they are opened or made."""
    for site in sites(project, "vector.client", "vector.write", "vector.query"):
        if site.role == "vector.client" or not (site.thing.makers or site.is_constructor):
            storage = site.meaning.storage if site.meaning.storage not in {"", "argument"} else None
            yield Store(class_name(site.thing.origin), site.path, site.call.span.line, library=site.meaning.library, storage=storage)


def embedders(project: Project) -> Iterator[Embedder]:
    """What makes vectors: embedders, and calls of general clients."""
    for site in sites(project, "embed.client", "embed.call"):
        maker = project.sites.at(site.thing.makers[0]) if site.thing.makers else None
        if site.role == "embed.client" or maker is None or maker.role != "embed.client":
            names = tuple({one_line(str(name)): None for name in project.argument(site, "model").constants if name})
            yield Embedder(class_name(site.thing.origin), site.path, site.call.span.line, library=site.meaning.library, models=names)


def proofs(project: Project, *practices: str) -> Iterator[Control]:
    """What proves that some sub-project has a practice, once a line."""
    found = (proof for subproject in project.subprojects for practice in practices for proof in project.evidence(practice, subproject))
    first = {(proof.path, proof.span.line): proof for proof in reversed(list(found))}
    return (Control(one_line(proof.what), path, line, library=proof.library or None) for (path, line), proof in first.items())


def mcp(project: Project) -> Iterator[McpServer]:
    """MCP servers: those that settings start or call, and those that the project is."""
    for server in mcp_servers(project):
        program = basename(server.command.split()[0]) if server.command.split() else None
        place = server.place.path, server.place.span.line
        yield McpServer(one_line(server.name), *place, provided=False, program=program, address=address(server.url))
    for site in sites(project, *SERVING):
        maker = site.thing.makers[0] if site.thing.makers else site.ref
        call = project.resolver.call(maker)
        named = next((value.value for value in (*call.args[:1], *keyed(call, "name")) if isinstance(value, Literal)), "")
        name = one_line(named) if isinstance(named, str) and maker != site.ref else ""
        if counts(project, maker.path):
            yield McpServer(name or class_name(site.thing.origin), maker.path, call.span.line, provided=True, program=None, address=None)


def keyed(call: Call, keyword: str) -> Iterator[Value]:
    """What a call is given under a keyword."""
    return (value for name, value in call.keywords if name == keyword)


def address(url: str) -> str | None:
    """An address without user, query and fragment, where tokens stand; None where its host is put in later."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return None
    if not parts.scheme or not HOST.fullmatch(host):
        return None
    named = f"[{host}]" if ":" in host else host
    return f"{parts.scheme}://{named}{f':{port}' if port else ''}{quote(parts.path, safe=IN_PATHS)}"
