"""Running from the command line: progress while it lasts, the report on standard output or in a file, the rest on standard error."""

from __future__ import annotations

import gc
import sys
from typing import TYPE_CHECKING

import click

from ailint.errors import UserError
from ailint.terminal import prepare, visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ailint.config import Config
    from ailint.reading import Typed
    from ailint.summary import Report

WARNINGS = 20


def lint(  # noqa: PLR0913 -- what is run, and what of it is wanted
    config: Config, paths: tuple[Path, ...], typed: Typed | None = None, *, quiet: bool, scored: bool = True, evidenced: bool = True
) -> Report:
    """Run, and show what is being done where that takes long."""
    from ailint.cli.progress import Progress
    from ailint.run import run

    gc.disable()  # facts hold no cycles, and the process ends with the run
    with Progress(wanted=not quiet) as progress:
        return run(config, paths, progress, typed, scored=scored, evidenced=evidenced)


def write(lines: Iterator[str], file: Path | None) -> None:
    """The report, to a file or to standard output."""
    text = "".join([f"{line}\n" for line in lines])
    if file is None:
        prepare(sys.stdout)
        sys.stdout.write(text)  # at once: under PYTHONUNBUFFERED each line would be a write to the disk
        return
    try:
        file.write_text(text, encoding="utf-8")
    except OSError as error:
        message = f"{file}: cannot be written: {error.strerror}"
        raise UserError(message) from error


def warn(report: Report, *, every: bool) -> None:
    """The diagnostics, or the first of them."""
    most = None if every else WARNINGS
    for found in report.diagnostics[:most]:
        place = ":".join(str(part) for part in (found.path, found.line) if part)
        say(f"warning: {place}{': ' if place else ''}{found.message} ({found.code})")
    if most and len(report.diagnostics) > most:
        say(f"warning: {len(report.diagnostics) - most} more; `-v` shows them")


def say(words: str) -> None:
    """Words for the person who runs it."""
    click.echo(f"ailint: {visible(words)}", err=True)
