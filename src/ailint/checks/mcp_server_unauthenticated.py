"""MCP servers that offer their tools to the whole network."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import Literal, Place, Related, Verdict, satisfied, unknown, violated
from ailint.knowledge.images import load_images
from ailint.project.arguments import Argument, Given
from ailint.project.containers import containers
from ailint.project.things import CallRef, Data, External

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site
    from ailint.project.things import Thing

OVER_NETWORK = frozenset({"http", "streamable-http", "streamable_http", "sse"})
OPEN = frozenset({"0.0.0.0", "::", "[::]", ""})  # noqa: S104 -- looked for, not bound
IN_BETWEEN = re.compile(r"middleware|require_auth|verify_token", re.IGNORECASE)


def mcp_server_unauthenticated(project: Project) -> Iterator[Verdict]:
    """A server that listens beyond the own machine asks who calls."""
    for site in project.calls("mcp.serve"):
        verdict = _served(project, site)
        if verdict is not None:
            yield verdict
    for app, place, host in _mounted(project):
        yield _judged(project, app, place, host)


def _served(project: Project, site: Site) -> Verdict | None:
    """The verdict on a server that is run by its own library."""
    transport = project.argument(site, "transport")
    names = set(transport.constants) or {transport.default}
    if not names <= OVER_NETWORK:
        local = names == {"stdio"} and not _is_uncertain(transport)
        return satisfied(site.place, "it talks to the program that started it") if local else None
    host = project.argument(site, "host")
    if host.given is Given.UNKNOWN or not host.constants:
        return unknown(site.place, "where it listens is decided elsewhere")
    if not set(host.constants) <= OPEN:
        return satisfied(site.place, f"it listens on `{host.constants[0]}`")
    return _judged(project, site, site.place, str(host.constants[0]))


def _is_uncertain(argument: Argument) -> bool:
    return argument.given is Given.UNKNOWN or len(argument.things) > len(argument.constants)


def _judged(project: Project, site: Site, place: Place, host: str) -> Verdict:
    """The verdict on a server that listens on every network."""
    auth = project.argument(site, "auth")
    if auth.given is Given.UNKNOWN:
        return unknown(place, "what its server is made with cannot be told")
    if auth.given is Given.CALL and not auth.is_none:
        return satisfied(place, "it asks who calls")
    if project.argument(site, "middleware").given is not Given.ABSENT or any(IN_BETWEEN.search(word) for word in project.python[site.path].words):
        return unknown(place, "something in between may ask who calls")
    proxy = _proxy(project)
    if proxy is not None:
        return unknown(place, "a proxy in front of it may ask who calls", related=(Related(proxy, "the proxy"),))
    return violated(place, f"It listens on `{host}`, and whoever reaches the machine may list and call its tools")


def _proxy(project: Project) -> Place | None:
    """Where something is started that hands requests on to others."""
    images = load_images()
    return next((container.place for container in containers(project) if images.is_proxy(container.image.repository)), None)


def _mounted(project: Project) -> Iterator[tuple[Site, Place, str]]:
    """Servers that are handed as an application to a web server which listens on every network."""
    for path in {site.path for site in project.calls("mcp.app")}:
        for index, call in enumerate(project.python[path].calls):
            ref = CallRef(path, index)
            spot = project.resolver.spot(ref)
            hosts = [_text(thing) for keyword, value in call.keywords if keyword == "host" for thing in project.things(value, spot)]
            if hosts and set(hosts) <= OPEN and call.args:
                apps = (_app(project, thing.makers) for thing in project.things(call.args[0], spot) if isinstance(thing, External))
                yield from ((app, Place(path, call.span), str(hosts[0])) for app in apps if app is not None)


def _text(thing: Thing) -> object:
    return thing.value.value if isinstance(thing, Data) and isinstance(thing.value, Literal) else None


def _app(project: Project, makers: tuple[CallRef, ...]) -> Site | None:
    found = (project.sites.at(maker) for maker in makers)
    return next((site for site in found if site is not None and site.role == "mcp.app"), None)
