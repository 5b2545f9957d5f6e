"""Statistics: new findings counted by rule, worst first, in place of the findings themselves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.styled import grid, lines, prose, text
from ailint.summary import todos
from ailint.view import closing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.styled import Line, Prose
    from ailint.summary import Report, Todo
    from ailint.view import View


def render(report: Report, view: View) -> Iterator[str]:
    """A line for each rule that found something."""
    return lines((grid(map(_row, todos(report))), text(closing(report))), view.width, colour=view.colour)


def _row(todo: Todo) -> list[Line | Prose]:
    return [text(f"{len(todo.findings):>5}"), text((todo.severity, todo.severity)), text(todo.card.name), prose(todo.card.title)]
