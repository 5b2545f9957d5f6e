"""Dated versions of services' APIs: which are previews, which are generally available, which no longer answer."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from functools import cached_property

from msgspec import field

from ailint.knowledge.hosts import is_host, split
from ailint.knowledge.load import HERE, read_table
from ailint.knowledge.tables import Table

DATED = re.compile(r"\d{4}-\d{2}-\d{2}")


class Retired(Table, kw_only=True, frozen=True):
    """Versions that no longer answer since a day."""

    versions: list[str]
    ended: dt.date


class ApiService(Table, kw_only=True, frozen=True):
    """One service. Keys as in `api_versions.yaml`."""

    service: str
    hosts: list[str]
    env: list[str]
    current: list[str]
    preview: str
    dateless: str
    retired: list[Retired]
    clients: str = ""
    paths: list[str] = field(default_factory=list)
    attributes: list[str] = field(default_factory=list)
    beside: str = ""

    def ended(self, version: str) -> dt.date | None:
        """The day since which a version no longer answers."""
        retired = (group.ended for group in self.retired if version.lower() in map(str.lower, group.versions))
        return next(retired, None)

    def is_preview(self, version: str) -> bool:
        """Whether a version is one that was never generally available."""
        return re.search(self.preview, version) is not None

    def takes_no_date(self, address: str) -> bool:
        """Whether an address is one of those that refuse a dated version."""
        return bool(self.dateless) and re.search(re.escape(self.dateless) + r"(?:/|$)", address) is not None


class ApiVersionTable(Table, kw_only=True, frozen=True):
    """All services."""

    as_of: dt.date
    source: str
    services: list[ApiService]


@dataclass(frozen=True)
class ApiVersions:
    """The table, asked by what shows which service a version is one of."""

    table: ApiVersionTable

    @cached_property
    def variables(self) -> dict[str, ApiService]:
        """Names of variables and settings that hold the version."""
        return {name: service for service in self.table.services for name in service.env}

    @cached_property
    def attributes(self) -> dict[str, ApiService]:
        """Module attributes of libraries that hold the version."""
        return {name: service for service in self.table.services for name in service.attributes}

    @cached_property
    def hint(self) -> re.Pattern[str]:
        """What some word of a file says in which a version is written: the name of a variable that holds it, or the plain one."""
        names = {name.lower() for name in (*self.variables, "api_version", "api-version")}
        shortest = sorted(name for name in names if not any(other != name and other in name for other in names))
        return re.compile("|".join(map(re.escape, shortest)), re.IGNORECASE)

    def of_name(self, name: str) -> ApiService | None:
        """By the name of a variable or setting, in either case; words before it do not matter."""
        upper = name.rpartition(".")[2].upper()
        return next((service for known, service in self.variables.items() if upper == known or upper.endswith(f"_{known}")), None)

    def of_client(self, origin: str) -> ApiService | None:
        """By the library's client that is given the version."""
        return next((service for service in self.table.services if service.clients and re.search(service.clients, origin)), None)

    def of_address(self, url: str) -> ApiService | None:
        """By an address, whose unknown parts are NUL characters: its path, where that is telling, else its host."""
        host, path = split(url.replace("\x00", "-"))
        by_path = (service for service in self.table.services if any(re.search(pattern, path) for pattern in service.paths))
        by_host = (service for service in self.table.services if any(is_host(host, known) for known in service.hosts))
        return next(by_path, None) or next(by_host, None)

    def of_neighbours(self, words: str) -> ApiService | None:
        """By what stands beside the version, in a dictionary or a settings file."""
        return next((service for service in self.table.services if service.beside and re.search(service.beside, words)), None)


def load_api_versions() -> ApiVersions:
    """The table that ships with ailint."""
    return ApiVersions(read_table(HERE / "api_versions.yaml", ApiVersionTable))
