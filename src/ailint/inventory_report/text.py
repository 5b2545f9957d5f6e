"""Text: an inventory for people, one line an item."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from ailint.inventory import KINDS
from ailint.styled import lines, text
from ailint.terminal import wants_colour, width_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.inventory import Inventory
    from ailint.inventory.records import Item
    from ailint.styled import Line

TITLES = {"mcp_servers": "MCP servers"}
SHOWN_OF_DIGEST = 12
SHOWN_OF_LIST = 4


def render(found: Inventory, name: str) -> Iterator[str]:
    """Kind by kind, as wide as the terminal is."""
    del name
    return lines(_page(found), width_of(sys.stdout), colour=wants_colour("auto", sys.stdout))


def _page(found: Inventory) -> Iterator[Line]:
    kinds: list[tuple[str, tuple[Item, ...]]] = [(kind, getattr(found, kind)) for kind in KINDS]
    if not any(items for _, items in kinds):
        yield text("No AI was found.")
    for kind, items in kinds:
        if items:
            title = TITLES.get(kind) or kind.replace("_", " ").capitalize()
            yield text((f"{title} ({len(items)})", "strong"))
            yield from (text(f"  {_line(item)}") for item in items)
            yield text()


def _line(item: Item) -> str:
    """An item in one line: its name, what else is known of it, its place."""
    own = [field for field in item.__struct_fields__ if field not in {"name", "path", "line", "cell"}]
    words = [f"{field} {word}" for field in own if (word := _word(field, getattr(item, field)))]
    cell = f":cell {item.cell}" if item.cell else ""
    return "  ".join([f"{item.name:<32}", *words, f"{item.path}{cell}:{item.line}"]).rstrip()


def _word(field: str, value: object) -> str:
    """A value in words; empty where it says nothing."""
    if value is None or value == () or value is False:
        return ""
    if value is True:
        return "by this project"
    if field == "sha256":
        return str(value)[:SHOWN_OF_DIGEST]
    if isinstance(value, tuple):
        named = [getattr(one, "effect", None) or (f"{one.path}:{one.line}" if hasattr(one, "path") else str(one)) for one in value]
        return ", ".join(named[:SHOWN_OF_LIST]) + (f" and {len(named) - SHOWN_OF_LIST} more" if len(named) > SHOWN_OF_LIST else "")
    return str(value)
