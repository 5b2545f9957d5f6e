"""Outputs: the reports of one run, each in its format and at its place."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from ailint import formats
from ailint.cli.running import write
from ailint.errors import UserError, suggestion
from ailint.terminal import WIDTH, wants_colour, width_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ailint.config import Config
    from ailint.summary import Report
    from ailint.view import View


class Output(NamedTuple):
    """A report in a format, for a file."""

    name: str
    path: Path


def outputs(given: dict[str, Any]) -> list[Output]:
    """What `--report` asks for; UserError where there is no such format, or no place for it."""
    found = [_output(text) for text in given["report"]]
    taken = [path.resolve() for path in (given["output_file"], *(output.path for output in found)) if path]
    for output in found:
        if taken.count(output.path.resolve()) > 1:
            message = f"{output.path}: two reports cannot be written to one file"
            raise UserError(message)
        if not output.path.parent.is_dir():
            message = f"{output.path}: cannot be written: there is no folder `{output.path.parent}`"
            raise UserError(message)
    return found


def check_format(name: str, where: str) -> None:
    """UserError where there is no format of that name."""
    if name not in formats.names():
        message = f"{where}: there is no format `{name}`{suggestion(name, formats.names())}"
        raise UserError(message)


def view_for(config: Config, given: dict[str, Any]) -> View:
    """How the report is shown on standard output, or in the file in its place."""
    from ailint.links import links
    from ailint.view import Show, View

    colour = wants_colour(given["color"], sys.stdout) and not (given["output_file"] and given["color"] == "auto")
    suppressed = Show.SHOWN if given["show_suppressed"] else Show.HIDDEN
    return View(colour, width_of(sys.stdout), suppressed, summary=not given["quiet"], links=links(config.root, None))


def write_all(found: Iterable[Output], report: Report, view: View) -> None:
    """Write every report to its file."""
    for output in found:
        write(formats.render(output.name, report, view._replace(colour=False, width=WIDTH)), output.path)


def _output(text: str) -> Output:
    name, equals, path = text.partition("=")
    check_format(name, f"`--report {text}`")
    if not equals or not path:
        message = f"`--report {text}`: say where it goes: --report {name}=PATH"
        raise UserError(message)
    return Output(name, Path(path))
