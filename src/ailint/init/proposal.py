"""A proposal: what one file would become, or what to paste where a program should not write."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, metadata
from typing import NamedTuple
from urllib.parse import urlsplit

from ailint import __version__

DISTRIBUTION = "ailint-cli"
REPOSITORY = ("repository", "source", "homepage")


class Proposal(NamedTuple):
    """`path` is the file it is about, `words` what is proposed or why nothing is.

    `after` is the whole text that the file would have, `before` the bytes that it has, None where there is none. `snippet` is what is new in it.
    Without `after` nothing can be written: what there is stays, or `snippet` is to be pasted by hand.
    """

    path: str
    words: str
    snippet: str = ""
    before: bytes | None = None
    after: bytes | None = None


class Origin(NamedTuple):
    """Where others get ailint from: a version of the package and, where it is known, its public repository (`https://host/owner/name`)."""

    version: str
    repository: str

    @property
    def requirement(self) -> str:
        """The package at this version, as pip takes it."""
        return f"{DISTRIBUTION}=={self.version}"

    @property
    def action(self) -> str:
        """`owner/name` of the repository on GitHub, empty where it lies elsewhere."""
        parts = urlsplit(self.repository)
        return parts.path.strip("/").removesuffix(".git") if parts.hostname == "github.com" else ""


def origin() -> Origin:
    """As the metadata of the installed package say."""
    try:
        stated = metadata(DISTRIBUTION).get_all("Project-URL") or []
    except PackageNotFoundError:
        stated = []
    addresses = {label.strip().lower(): address.strip() for label, _, address in (entry.partition(",") for entry in stated)}
    return Origin(__version__, next((addresses[label] for label in REPOSITORY if label in addresses), ""))
