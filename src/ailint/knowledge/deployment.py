"""The table of deployment: commands, actions, resources and files by which a repository shows that it is in service."""

from __future__ import annotations

import datetime as dt
import re

from ailint.knowledge.load import HERE, read_table
from ailint.knowledge.tables import Table


class Releases(Table, kw_only=True, frozen=True):
    """What hands a package or an image to others."""

    commands: list[str]
    actions: list[str]


class DeploymentTable(Table, kw_only=True, frozen=True):
    """All that speaks of deployment. Keys as in `deployment.yaml`."""

    as_of: dt.date
    source: str
    commands: list[str]
    actions: list[str]
    releases: Releases
    resources: dict[str, str]
    hosts: list[str]
    containers: list[str]

    def runs_code(self, platform: str, kind: str) -> bool:
        """Whether a resource of a platform is something that code runs on."""
        wanted = self.resources.get(platform)
        return wanted is not None and re.search(wanted.replace(" ", ""), kind) is not None

    def is_host_file(self, path: str) -> bool:
        """Whether a hosting platform starts the application from this file."""
        return any(re.search(pattern, path) for pattern in self.hosts)

    def is_container_file(self, path: str) -> bool:
        """Whether an image is made or started from this file."""
        return any(re.search(pattern, path) for pattern in self.containers)


def load_deployment() -> DeploymentTable:
    """The table that ships with ailint."""
    return read_table(HERE / "deployment.yaml", DeploymentTable)
