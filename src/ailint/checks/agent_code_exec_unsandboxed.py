"""Agents that run code or commands on the machine that hosts them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import Collection, Literal, Mapping, Place, Severity, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Argument, Given
from ailint.project.things import Data, External, Thing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site

HOSTS = frozenset({"local", "host", "unsafe", "native", "none", ""})
HOST_NAME = re.compile(r"host|local(?!e)", re.IGNORECASE)
ISOLATING_NAME = re.compile(r"docker|sandbox|container|remote|cloud|microvm|kubernetes|wasm|pyodide", re.IGNORECASE)
DANGEROUS_IMPORTS = frozenset({
    "*", "os", "subprocess", "sys", "shutil", "importlib", "socket", "ctypes", "pty", "builtins", "pathlib", "multiprocessing",
})  # fmt: skip
SOCKET = "docker.sock"
SURFACES = ("route", "ui.chat", "ui.input")


def agent_code_exec_unsandboxed(project: Project) -> Iterator[Verdict]:
    """What runs an agent's code is isolated from the host; an executor that is handed to another is one with it."""
    verdicts = [verdict for site in project.calls("code", "sandbox", "agent.define") if (verdict := _judged(site, project)) is not None]
    around: Verdict | None = None
    for verdict in sorted(verdicts, key=lambda found: (found.place.path, found.place.span.line, found.place.span.column)):
        if around is None or not _inside(verdict.place, around.place):
            around = verdict
            yield verdict
    for subproject in project.subprojects:
        for proof in project.evidence("host-execution", subproject):
            place = Place(proof.path, proof.span)
            yield violated(place, "Whatever the model writes is run on this machine without asking", severity=_exposure(place.path, project))


def _inside(inner: Place, outer: Place) -> bool:
    a, b = inner.span, outer.span
    return inner.path == outer.path and (b.line, b.column) <= (a.line, a.column) and (a.end_line, a.end_column) <= (b.end_line, b.end_column)


def _judged(site: Site, project: Project) -> Verdict | None:
    if site.role in {"sandbox", "code.sandbox"}:
        return _sandbox(site, project)
    if site.role == "agent.define":
        return _agent(site, project)
    where = _where(project.argument(site, "docker"), project)
    if where == "isolated":
        return satisfied(site.place, "its code runs in a sandbox")
    if where == "unknown":
        return unknown(site.place, "where its code runs is decided elsewhere")
    if "allow" in site.meaning.arguments:
        return _allowed(site, project)
    return _on_host(site, project)


def _where(executor: Argument, project: Project) -> str:
    """Where an executor runs code: `host`, `isolated` or `unknown`."""
    if executor.given is Given.UNKNOWN:
        return "unknown"
    if executor.given is not Given.CALL or executor.is_none:
        return "host"
    kinds = {_kind(thing, project) for thing in executor.things}
    return kinds.pop() if len(kinds) == 1 else "unknown"


def _kind(thing: Thing, project: Project) -> str:
    if isinstance(thing, Data) and isinstance(thing.value, Literal):
        value = thing.value.value
        return "host" if value is None or value is False or str(value).lower() in HOSTS else "isolated"
    if isinstance(thing, External):
        roles = {meaning.role for meaning in project.knowledge.meanings(thing.origin)}
        name = thing.origin.rpartition(".")[2]
        if roles & {"code.sandbox", "sandbox"} or ISOLATING_NAME.search(name):
            return "isolated"
        if "code.executor" in roles or HOST_NAME.search(name):
            return "host"
    return "unknown"


def _allowed(site: Site, project: Project) -> Verdict:
    """For executors that run little until they are told to run more: by a flag, or by a list of imports."""
    allow = project.argument(site, "allow")
    names = {str(item.value) for thing in allow.things if isinstance(thing, Data) for item in _items(thing) if isinstance(item, Literal)}
    opened = sorted(names & DANGEROUS_IMPORTS)
    if opened:
        return _on_host(site, project, f", with `{opened[0]}` to import")
    if True in allow.constants:
        return _on_host(site, project)
    if False in allow.constants or (allow.given is Given.DEFAULT and allow.default is False):
        return satisfied(site.place, "it runs no code on the host")
    return unknown(site.place, "what it may run cannot be told")


def _items(thing: Data) -> tuple[object, ...]:
    return thing.value.items if isinstance(thing.value, Collection) else (thing.value,)


def _agent(site: Site, project: Project) -> Verdict | None:
    """For agents that run code when their settings say so."""
    if "allow" not in site.meaning.arguments or "docker" not in site.meaning.arguments:
        return None
    allow = project.argument(site, "allow")
    if allow.given is not Given.CALL or (allow.constants and True not in allow.constants):
        return None
    executor = project.argument(site, "docker")
    if executor.given is Given.CALL and _where(executor, project) == "host":
        return _on_host(site, project)
    return satisfied(site.place, "its code runs in a sandbox") if executor.given is Given.CALL else None


def _on_host(site: Site, project: Project, how: str = "") -> Verdict:
    """Less severe where a person is asked before each command, or where nobody but the owner can reach it."""
    name = site.meaning.name.rpartition(".")[2]
    approval = project.argument(site, "approval")
    asks = approval.given is Given.CALL and not approval.is_none and False not in approval.constants and "NEVER" not in approval.constants
    severity = Severity.MEDIUM if asks else _exposure(site.path, project)
    return violated(site.place, f"`{name}` runs what the model writes on this machine{how}", severity=severity)


def _exposure(path: str, project: Project) -> Severity | None:
    subproject = project.subproject_of(path)
    return None if any(project.has(surface, subproject) for surface in SURFACES) else Severity.MEDIUM


def _sandbox(site: Site, project: Project) -> Verdict:
    """A container with privileges, or with the daemon's socket inside, isolates nothing."""
    if True in project.argument(site, "privileged").constants:
        return violated(site.place, "The container that runs the code is privileged, so it can leave it")
    if any(SOCKET in text for thing in project.argument(site, "volumes").things if isinstance(thing, Data) for text in _texts(thing)):
        return violated(site.place, "The container that runs the code holds the Docker socket, so it can start others with any rights")
    return satisfied(site.place, "its code runs in a sandbox")


def _texts(thing: Data) -> Iterator[str]:
    match thing.value:
        case Literal(value=str(text)):
            yield text
        case Collection(items=items):
            yield from (str(item.value) for item in items if isinstance(item, Literal))
        case Mapping(entries=entries):
            yield from (str(part.value) for pair in entries for part in pair if isinstance(part, Literal))
