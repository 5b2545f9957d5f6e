"""Statistics: new findings counted by rule, worst first, in place of the findings themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.summary import todos
from ailint.view import closing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.summary import Report
    from ailint.view import View


def render(report: Report, view: View) -> Iterator[str]:
    """A line for each rule that found something."""
    found = todos(report)
    width = max((len(todo.card.name) for todo in found), default=0)
    for todo in found:
        yield f"{len(todo.findings):>5}  {view.paint(todo.severity, f'{todo.severity:<8}')}  {todo.card.name:<{width}}  {todo.card.title}"
    yield closing(report)
