"""How long a line of code may be, as the project's formatter is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ailint.discover import read_bytes

if TYPE_CHECKING:
    from pathlib import Path

USUAL = 88
LIMIT = 1 << 20
SETTINGS = (
    ("pyproject.toml", ("tool", "ruff", "line-length")),
    ("pyproject.toml", ("tool", "black", "line-length")),
    ("ruff.toml", ("line-length",)),
    (".ruff.toml", ("line-length",)),
)


def line_width(root: Path) -> int:
    """Columns; 88 where nothing says so."""
    for name, key in SETTINGS:
        value: Any = _table(root, name)
        for part in key:
            value = value.get(part) if isinstance(value, dict) else None
        if isinstance(value, int) and value > 0:
            return value
    return USUAL


def _table(root: Path, name: str) -> dict[str, Any]:
    import tomli

    try:
        return tomli.loads(read_bytes(root, name, LIMIT).decode())
    except (OSError, ValueError, RecursionError):
        return {}
