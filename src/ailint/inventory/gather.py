"""Everything of the inventory, put in order."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from msgspec.structs import replace

from ailint.inventory.agents import agents, tools
from ailint.inventory.models import models
from ailint.inventory.parts import embedders, libraries, mcp, proofs, stores
from ailint.inventory.prompts import prompts
from ailint.inventory.records import Inventory, Item

if TYPE_CHECKING:
    from collections.abc import Container, Iterable

    from ailint.project import Project
    from ailint.sources import Sources

NESTED = ("used_at", "effects")
EVALUATIONS = ("evaluation", "retrieval-evaluation")

T = TypeVar("T", bound=Item)


def inventory(project: Project, sources: Sources, selected: Container[str] | None = None) -> Inventory:
    """The AI of a project, or of the files `selected`; tests and examples do not count."""

    def listed(items: Iterable[T]) -> tuple[T, ...]:
        return tuple(placed(one, sources) for one in in_order(items) if selected is None or one.path in selected)

    return Inventory(
        schema_version=1,
        libraries=listed(libraries(project)),
        models=listed(models(project)),
        prompts=listed(prompts(project, sources)),
        agents=listed(agents(project)),
        tools=listed(tools(project)),
        vector_stores=listed(stores(project)),
        embedders=listed(embedders(project)),
        evaluations=listed(proofs(project, *EVALUATIONS)),
        tracing=listed(proofs(project, "tracing")),
        guardrails=listed(proofs(project, "guardrails")),
        mcp_servers=listed(mcp(project)),
    )


def placed(item: T, sources: Sources) -> T:
    """The item with lines as people count them, within the cell of a notebook."""
    cell, line = sources.locate(item.path, item.line)
    nested: dict[str, object] = {}
    for field in NESTED:
        if places := getattr(item, field, ()):
            nested[field] = tuple(replace(one, line=sources.locate(one.path, one.line)[1]) for one in places)
    return replace(item, line=line, cell=cell, **nested)


def in_order(items: Iterable[T]) -> list[T]:
    """The items by place, each name once at a place."""
    distinct: dict[tuple[str, int, str], T] = {}
    for one in items:
        distinct.setdefault((one.path, one.line, one.name), one)
    return [distinct[key] for key in sorted(distinct)]
