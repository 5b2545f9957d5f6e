"""MCP servers that are fetched anew, whatever their version, each time they start."""

from __future__ import annotations

import re
import shlex
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from ailint.checks.ai_image_unpinned import is_version
from ailint.checks.merging import one_a_line
from ailint.checks.values import by_name
from ailint.facts import Collection, Literal, Place, Value, Verdict, satisfied, unknown, violated
from ailint.knowledge.agents import Agents, Launcher, load_agents
from ailint.knowledge.hosts import load_hosts
from ailint.project.containers import is_open, parsed
from ailint.project.mcp import McpServer, mcp_servers
from ailint.project.things import CallRef, Data

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ailint.knowledge.hosts import Hosts
    from ailint.project import Project
    from ailint.project.things import Spot

EXACT = {"npm": re.compile(r"v?\d+\.\d+\.\d+[\w.+-]*"), "python": re.compile(r"={0,3}\s*v?\d+(?:\.\d+)+[\w.+!-]*")}
NPM = re.compile(r"(?P<name>(?:@[\w.-]+/)?[\w.-]+)(?:@(?P<version>.+))?")
PYTHON = re.compile(r"(?P<name>[\w.-]+)(?:\[[\w,.\s-]*\])?(?:@(?P<at>.+)|(?P<version>[=<>~!].+))?")
COMMIT = re.compile(r"(?:#|@)(?:v?\d+\.\d+[\w.-]*|[0-9a-f]{7,40})$")
REMOTE = re.compile(r"^(?:git\+|github:|gitlab:|https?://|git@)")
OWN_FILE = re.compile(r"^(?:\.{0,2}/|~|[A-Za-z]:[\\/]|file:|\.$|.+\.(?:[cm]?[jt]s|py)$)")
LONGEST = 300  # characters: longer is no name
SHELLS = {"cmd": ("/c", "/C"), "sh": ("-c", "-lc"), "bash": ("-c", "-lc"), "zsh": ("-c", "-lc")}
PRIVATE = ("10.", "192.168.")
LAUNCHERS = frozenset({"npx", "bunx", "uvx", "pipx", "docker", "podman", "pnpm", "uv", "npm"})


class Started(NamedTuple):
    """A command line that starts a server: its words, and where each of them stands; `place` is for those that stand nowhere."""

    name: str
    words: tuple[str, ...]
    places: tuple[Place, ...]
    place: Place


def mcp_server_unpinned(project: Project) -> Iterator[Verdict]:
    """Every MCP server that is fetched has an exact version, and none is called over an open line."""
    agents = load_agents()
    own = _own_packages(project)
    servers = [server for server in mcp_servers(project) if not _is_disabled(server)]
    found = [_judged(one, agents, own) for one in (*map(_started, (one for one in servers if one.command)), *_in_code(project))]
    called = [one for one in servers if one.url]
    hosts = load_hosts() if called else None
    yield from one_a_line((*filter(None, found), *(_called(one, hosts) for one in called if hosts is not None)))


def _is_disabled(server: McpServer) -> bool:
    return server.section.text("disabled").lower() == "true" or server.section.text("enabled").lower() == "false"


def _started(server: McpServer) -> Started:
    path = server.place.path
    head = server.command.split()
    places = (*(server.place for _ in head), *(Place(path, argument.span) for argument in server.arguments))
    return Started(server.name, (*head, *(argument.raw for argument in server.arguments)), places, server.place)


def _own_packages(project: Project) -> frozenset[str]:
    """Names of packages that the repository makes, or that a lock file of it fixes."""
    names = {
        str(setting.value)
        for path, file in project.files.items()
        if path.endswith("package.json")
        for setting in file.settings
        if setting.key == ("name",)
    }
    return frozenset(
        names | {found.name for file in project.files.values() for found in file.dependencies if found.kind == "lock" and found.ecosystem == "npm"}
    )


def _judged(started: Started, agents: Agents, own: frozenset[str]) -> Verdict | None:
    started = _unwrapped(started)
    launcher = agents.launcher(started.words)
    if launcher is None:
        return None
    at = _package(started.words, launcher)
    if at is None:
        return unknown(started.place, f"what `{launcher.name}` starts comes from outside the file")
    place = started.places[at] if at < len(started.places) else started.place
    package = started.words[at].partition("=")[2] if started.words[at].startswith("--") else started.words[at]
    if (
        OWN_FILE.match(package)
        or package in own
        or (package.partition("@")[0] in agents.table.runs_files and _runs_own_file(started.words[at + 1 :]))
    ):
        return satisfied(place, f"`{package}` comes from the repository")
    if is_open(package) or len(package) > LONGEST:
        return unknown(place, "the package comes from outside the file")
    return _image(started.name, package, place) if launcher.style == "image" else _version(started.name, package, launcher, place)


def _runs_own_file(words: Sequence[str]) -> bool:
    return any(OWN_FILE.match(word) for word in words)


def _unwrapped(started: Started) -> Started:
    """Without the shell that is handed the command line."""
    shell = started.words[0].rpartition("/")[2].removesuffix(".exe") if started.words else ""
    if shell not in SHELLS or not started.words[1:2] or started.words[1] not in SHELLS[shell]:
        return started
    words: list[str] = []
    places: list[Place] = []
    for word, place in zip(started.words[2:], started.places[2:], strict=False):
        parts = _split(word) if " " in word else [word]
        words += parts
        places += [place] * len(parts)
    return Started(started.name, tuple(words), tuple(places), started.place)


def _split(text: str) -> list[str]:
    try:
        return shlex.split(text)
    except ValueError:
        return text.split()


def _package(words: Sequence[str], launcher: Launcher) -> int | None:
    """The place of the word that names what is fetched."""
    start = 1 + next((verb.count(" ") + 1 for verb in launcher.verbs if tuple(words[1:])[: verb.count(" ") + 1] == tuple(verb.split())), 0)
    place = start
    first: int | None = None
    while place < len(words):
        name, equals, _ = words[place].partition("=")
        if name in launcher.naming:
            return place if equals else place + 1 if place + 1 < len(words) else None
        if not words[place].startswith("-"):
            first = place
            break
        place += 2 if name in launcher.valued and not equals else 1
    return first


def _version(name: str, package: str, launcher: Launcher, place: Place) -> Verdict:
    if REMOTE.match(package):
        if COMMIT.search(package):
            return satisfied(place, f"`{package}` has a version")
        return violated(place, f"{_label(name)} is fetched from a repository without a commit: `{package}`")
    found = (NPM if launcher.style == "npm" else PYTHON).fullmatch(package)
    if found is None:
        return unknown(place, f"`{package}` is not the name of a package")
    version = found["version"] or (found["at"] if launcher.style == "python" else None) or ""
    if EXACT[launcher.style].fullmatch(version):
        return satisfied(place, f"`{package}` has a version")
    how = f"at `{version}`" if version else "without a version"
    return violated(place, f"{_label(name)} is fetched {how}, so each start may run other code: `{found['name']}`")


def _image(name: str, text: str, place: Place) -> Verdict:
    image = parsed(text)
    if image.digest or is_version(image.tag):
        return satisfied(place, "its image has a version")
    if "/" not in image.repository:
        return unknown(place, "the image may be one that is built here")
    how = f"at `{image.tag}`" if image.tag else "without a tag"
    return violated(place, f"{_label(name)} is an image that is fetched {how}, so each start may run other code: `{image.repository}`")


def _label(name: str) -> str:
    return f"The server `{name}`" if name else "The server"


def _called(server: McpServer, hosts: Hosts) -> Verdict:
    try:
        host = urlsplit(server.url).hostname or ""
    except ValueError:
        return unknown(server.place, "its address cannot be read")
    if is_open(server.url):
        return unknown(server.place, "its address comes from outside the file")
    if server.url.startswith("http://") and not (hosts.is_local(host) or host.startswith(PRIVATE)):
        return violated(
            server.place, f"The server `{server.name}` is called over an unencrypted line, on which anybody may change its tools: `{host}`"
        )
    return satisfied(server.place, f"the server `{server.name}` is called, not fetched")


# code


def _in_code(project: Project) -> Iterator[Started]:
    """Servers that Python starts: a command with its arguments, as keywords or in a dictionary."""
    for path in project.vocabulary.files_with(LAUNCHERS):
        for index, call in enumerate(project.python[path].calls):
            spot = project.resolver.spot(CallRef(path, index))
            yield from _given(dict(call.keywords), Place(path, call.span), spot, project)
        for value, spot in project.resolver.bindings(path).mappings:
            yield from _given(by_name(value), Place(path, value.span), spot, project)


def _given(values: dict[str, Value], place: Place, spot: Spot, project: Project) -> Iterator[Started]:
    if "command" not in values or "args" not in values:
        return
    command = next(iter(_texts([values["command"]], spot, project)), None)
    listed = next((thing for thing in project.things(values["args"], spot) if isinstance(thing, Data) and isinstance(thing.value, Collection)), None)
    if command is None or listed is None or not isinstance(listed.value, Collection):
        return
    arguments = list(_texts(listed.value.items, listed.spot, project))
    words = (command[0], *(text for text, _ in arguments))
    yield Started("", words, (place, *(where or place for _, where in arguments)), place)


def _texts(values: Iterable[Value], spot: Spot, project: Project) -> Iterator[tuple[str, Place | None]]:
    """Values as text, with the places of those written as such; what is unknown is left open."""
    for value in values:
        things = [thing for thing in project.things(value, spot) if isinstance(thing, Data) and isinstance(thing.value, Literal)]
        if things and isinstance(things[0].value, Literal):
            span = things[0].value.span
            yield str(things[0].value.value), Place(things[0].spot.path, span) if span else None
        else:
            yield "${…}", None
