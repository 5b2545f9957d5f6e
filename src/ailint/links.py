"""Links from a report to the places it speaks of: into the commit on the forge that runs it, else from file to file."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Mapping

FORGE = ("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")


class Links(NamedTuple):
    """Where links lead: `base` is put before a path; None leads nowhere."""

    base: str | None

    def to(self, path: str, line: int) -> str | None:
        """The address of a line; whatever a file is called, it can neither leave the base nor name a scheme."""
        return None if self.base is None or not path else f"{self.base}{quote(path)}#L{max(line, 1)}"


def links(root: Path, output: Path | None, environment: Mapping[str, str] = os.environ) -> Links:
    """Links for a report on `root` that is written to `output`."""
    if all(environment.get(name) for name in FORGE):
        server, repository, commit = (environment[name] for name in FORGE)
        return Links(f"{server}/{quote(repository)}/blob/{quote(commit)}/")
    if output is None:
        return Links(None)
    way = Path(os.path.relpath(root, output.resolve().parent)).as_posix()
    return Links(f"./{quote(way)}/")
