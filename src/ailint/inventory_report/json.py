"""JSON: the inventory as one object, described by `ailint schema inventory`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint import json_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.inventory import Inventory


def render(found: Inventory, name: str) -> Iterator[str]:
    """One object, indented."""
    del name
    yield json_text.encode(found, indent=2)
