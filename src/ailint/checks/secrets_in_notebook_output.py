"""Credentials that a notebook keeps in what its cells have printed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from ailint.checks.scanners import known_to_scanner
from ailint.facts import Place, Secret, Span, Verdict, satisfied, violated
from ailint.knowledge.secrets import load_secrets

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ailint.facts import FileFacts
    from ailint.project import Project

TOP = Span(1, 0, 1, 0)
SHOWN = 3


def secrets_in_notebook_output(project: Project) -> Iterator[Verdict]:
    """No saved output holds a credential that is still good; one finding a cell."""
    notebooks = {path: file for path, file in project.files.items() if file.format == "notebook"}
    for path, file in notebooks.items():
        found = [] if not file.printed or known_to_scanner(path, project, load_secrets()) else good(file, project.config.today.isoformat())
        for span, secrets in groupby(found, lambda secret: secret.span):
            yield leaked(Place(path, span), list(secrets))
        if not found and is_read(file):
            yield satisfied(Place(path, TOP), "its saved output holds no credential")


def good(file: FileFacts, today: str) -> list[Secret]:
    """The printed secrets that have not run out."""
    return [secret for secret in file.printed if not secret.until or secret.until >= today]


def is_read(file: FileFacts) -> bool:
    """Whether the reader could make out the cells."""
    return file.python is not None


def leaked(place: Place, secrets: Sequence[Secret]) -> Verdict:
    """The finding about one cell."""
    shown = [f"{secret.kind}: {secret.shown}" for secret in secrets]
    more = f" and {len(shown) - SHOWN} more" if len(shown) > SHOWN else ""
    words = f"In the saved output of this cell: {'; '.join(shown[:SHOWN])}{more}. Whoever can read the notebook has it"
    return violated(place, words, data="\n".join(shown))
