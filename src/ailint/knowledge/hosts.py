"""Who answers at an address: model services, gateways, servers on the own machine."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cache, cached_property

from msgspec import field

from ailint.knowledge.load import HERE, read_table
from ailint.knowledge.meanings import names
from ailint.knowledge.tables import Names, Table

ADDRESS = re.compile(r"(?:https?|wss?)://([^/\s?#\x00]*)((?:(?!https?://)[^\s?#])*)")


class Host(Table, kw_only=True):
    """A service, by host name: a leading dot stands for any host that ends so, `*` for one label. `paths`: role → expressions."""

    host: str
    provider: str
    role: str
    paths: dict[str, list[str]] = field(default_factory=dict)


class Gateway(Table, kw_only=True):
    """A gateway, by host name and perhaps port: what it does by itself for all traffic that goes through it."""

    host: str
    name: str
    practices: list[str]
    retries: bool
    drops_params: bool = False
    paths: dict[str, list[str]] = field(default_factory=dict)


class LocalServer(Table, kw_only=True):
    """A model server on the own machine, by port or by the service's name in a compose file. `shared`: other servers like the port too."""

    port: int
    name: str
    services: list[str]
    metered: bool
    paths: dict[str, list[str]]
    shared: bool = False


class Payload(Table, kw_only=True):
    """What the bodies of raw requests say. `signatures`: role → sets of keys that only such a request has together.

    `telling`: role → keys one of which tells it from the other roles of the same service.
    """

    arguments: dict[str, Names]
    output: list[str]
    usage: list[str]
    signatures: dict[str, list[list[str]]]
    telling: dict[str, list[str]]


class HostTable(Table, kw_only=True):
    """All addresses. `anywhere`: role → paths that mean a model at whatever host; `with_model`: the same where the body names a model."""

    as_of: dt.date
    source: str
    hosts: list[Host]
    gateways: list[Gateway]
    local: list[LocalServer]
    local_names: list[str]
    local_suffixes: list[str]
    anywhere: dict[str, list[str]]
    with_model: dict[str, list[str]]
    payload: Payload


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What an address stands for. `role` is empty where the host is known and the path is none of a model's.

    `sure`: a request there is one to a model whatever its body holds.
    """

    name: str
    role: str
    metered: bool = True
    gateway: Gateway | None = None
    sure: bool = True


class Hosts:
    """The table, asked by address."""

    def __init__(self, table: HostTable) -> None:
        self.table = table
        self.payload = table.payload
        groups = [*(host.paths for host in table.hosts), *(server.paths for server in table.local), table.anywhere, table.with_model]
        self.roles = frozenset(role for paths in groups for role in paths) | {host.role for host in table.hosts if host.role}
        self._services: dict[str, Host | None] = {}

    def endpoint(self, url: str) -> Endpoint | None:
        """What a URL leads to; unknown parts of it are NUL characters. None where the host is unknown and the path tells nothing."""
        host, path = split(url)
        found = self.service(host, path) or self.gateway_at(host, path) or self.server(host, path)
        if found is not None:
            return found
        role = first_role(self.table.anywhere, path)
        return Endpoint(host, role) if role else None

    def address(self, url: str) -> Endpoint | None:
        """Who answers at a base address, whatever path a client puts behind it."""
        host, path = split(url)
        name, _, port = host.rpartition(":") if ":" in host else (host, "", "")
        found = self.service(host, path) or self.gateway_at(host, path)
        if found is not None:
            return found
        servers = (server for server in self.table.local if name in server.services or (port == str(server.port) and self.is_local(name)))
        return next((Endpoint(server.name, "", metered=server.metered) for server in servers), None)

    def service(self, host: str, path: str) -> Endpoint | None:
        """What a known service answers at a path."""
        if host not in self._services:
            self._services[host] = next((service for service in self.table.hosts if is_host(host, service.host)), None)
        service = self._services[host]
        if service is None:
            return None
        role = first_role(service.paths, path) or ("" if service.paths and path.strip("/") else service.role)
        return Endpoint(service.provider, role)

    def gateway_at(self, host: str, path: str) -> Endpoint | None:
        """What a known gateway answers at a path."""
        for gateway in self.table.gateways:
            if is_host(host, gateway.host):
                role = first_role(gateway.paths, path) or first_role(self.table.anywhere, path)
                return Endpoint(gateway.name, role, gateway=gateway)
        return None

    def server(self, host: str, path: str) -> Endpoint | None:
        """What a model server on the own machine answers at a path."""
        name, _, port = host.rpartition(":") if ":" in host else (host, "", "")
        for server in self.table.local:
            named = name in server.services
            role = first_role(server.paths, path) if named or (port == str(server.port) and self.is_local(name)) else ""
            if role:
                sure = named or not server.shared or bool(first_role(self.table.anywhere, path))
                return Endpoint(server.name, role, metered=server.metered, sure=sure)
        return None

    def is_local(self, name: str) -> bool:
        """Whether a host name is the own machine's, or one of the own network."""
        return name in self.table.local_names or name.endswith(tuple(self.table.local_suffixes)) or "." not in name

    def roles_in(self, url: str) -> frozenset[str]:
        """Every role that a text of one or more addresses speaks of."""
        groups = (self.table.anywhere, self.table.with_model)
        return frozenset(role for group in groups for role, patterns in group.items() if any(re.search(pattern, url) for pattern in patterns))

    def with_model(self, url: str) -> str:
        """The role that a path has if the body names a model, whoever answers; empty where it has none."""
        return first_role(self.table.with_model, split(url)[1])

    def is_own(self, url: str) -> bool:
        """Whether a URL certainly leads to a service of the own network that the table does not know."""
        host, path = split(url)
        return bool(host) and self.is_local(host.partition(":")[0]) and self.endpoint(url) is None and len(path) > 1

    @cached_property
    def marks(self) -> tuple[str, ...]:
        """Texts one of which a file holds that calls a model over plain HTTP."""
        paths = [path for table in (self.table.anywhere, self.table.with_model) for group in table.values() for path in group]
        telling = {path.lstrip("/") for path in paths if path.count("/") != 1}
        hosts = {host.host.strip(".") for host in self.table.hosts if "*" not in host.host}
        return tuple(sorted({*telling, *hosts, *(f":{server.port}" for server in self.table.local if not server.shared)}))


def split(url: str) -> tuple[str, str]:
    """Host and path of a URL that may have holes; where several defaults stand one after another, of the last."""
    addresses = list(ADDRESS.finditer(url))
    return (addresses[-1].group(1).rpartition("@")[2], addresses[-1].group(2)) if addresses else ("", url)


def is_host(host: str, pattern: str) -> bool:
    """Whether a host name, perhaps with a port, is what an entry of the table means."""
    bare = host if ":" in pattern else host.partition(":")[0]
    if pattern.startswith("."):
        return bare.endswith(pattern)
    if "*" in pattern:
        return re.fullmatch(re.escape(pattern).replace(r"\*", r"[^.]*"), bare) is not None
    return bare == pattern


def first_role(paths: dict[str, list[str]], path: str) -> str:
    """The role of the first expression that is found in a path."""
    return next((role for role, patterns in paths.items() if any(re.search(pattern, path) for pattern in patterns)), "")


def spellings(payload: Payload, name: str) -> list[str]:
    """Where in a body one of our arguments may stand."""
    return names(payload.arguments.get(name, []))


@cache
def load_hosts() -> Hosts:
    """The table that ships with ailint."""
    return Hosts(read_table(HERE / "hosts.yaml", HostTable))
