"""What a file is made for, told from where it stands: development, or production."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

DEVELOPMENT = re.compile(
    r"(?:^|[/._-])(?:dev|devel|development|local|localhost|test|tests|testing|ci|debug|sandbox|devcontainer|playground|hobby)(?:$|[/._-])",
    re.IGNORECASE,
)
PRODUCTION = re.compile(r"(?:^|[/._-])(?:prod|prd|production|live|release)(?:$|[/._-])", re.IGNORECASE)


def is_for_development(*names: str) -> bool:
    """Whether a path, or a name given to an environment, says that it is for work on the code only."""
    return any(DEVELOPMENT.search(name) for name in names) and not is_for_production(*names)


def is_for_production(*names: str) -> bool:
    """Whether a path or name says that real users are served."""
    return any(PRODUCTION.search(name) for name in names)


def only_development(names: Iterable[str]) -> bool:
    """Whether there are names, all of which say development: the profiles of a service."""
    found = tuple(names)
    return bool(found) and all(map(is_for_development, found))
