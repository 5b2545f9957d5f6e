"""What a secret scanner of the repository already knows of."""

from __future__ import annotations

from posixpath import basename
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ailint.knowledge.secrets import Secrets
    from ailint.project import Project


def known_to_scanner(path: str, project: Project, secrets: Secrets) -> bool:
    """Whether a secret scanner's list of known findings in the repository names the file."""
    lists = (file.text for other, file in project.files.items() if basename(other) in secrets.table.files.baselines)
    return any(text is not None and path in text.head for text in lists)
