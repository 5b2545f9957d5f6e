"""`check --add-ignore`: ignores written for what a run found, and the run repeated to see what they come to."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from ailint.cli.running import say
from ailint.errors import UserError
from ailint.terminal import visible

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ailint.config import Config
    from ailint.fix.ignores import Ignored, Refused
    from ailint.summary import Report


def add_ignores(config: Config, given: dict[str, Any], lint: Callable[[], Report]) -> Report:
    """The report of a second run, after the new findings of a first one were ignored in their files as far as comments can."""
    from ailint.fix.files import write
    from ailint.fix.ignore import refuse_reason
    from ailint.fix.ignores import ignores, remaining
    from ailint.fix.width import line_width

    reason = refuse_reason(given["add_ignore"])
    if given["stdin_filename"] or given["no_ignores"]:
        message = "`--add-ignore` writes files and needs their ignores: leave out `--stdin-filename` and `--no-ignores`"
        raise UserError(message)
    first = lint()
    ignored = ignores(first, config.root, reason, line_width(config.root))
    for file in ignored.files:
        write(config.root, file.path, file.after, before=file.before)
    second = lint() if ignored.files else first
    _tell(ignored, [*ignored.refused, *remaining(second, ignored.refused)], reason, config)
    return second


def _tell(ignored: Ignored, refused: Sequence[Refused], reason: str, config: Config) -> None:
    """Say what was written, and what to write elsewhere."""
    from ailint.fix.waivers import pasted

    findings = _counted(sum(len(file.findings) for file in ignored.files), "finding")
    say(f"ignores written for {findings} in {_counted(len(ignored.files), 'file')}" if ignored.files else "no ignore was written")
    if not refused:
        return
    say(f"{_counted(len(refused), 'finding')} cannot be ignored by a comment:")
    for one in refused:
        say(f"  {one.finding.place} {one.finding.rule}: {one.why}")
    file = config.source or ("pyproject.toml" if (config.root / "pyproject.toml").is_file() else "ailint.toml")
    lines = list(pasted(refused, reason, file))
    if lines:
        say(f"to accept them, put this into {file}:")
    for line in lines:
        click.echo(visible(line), err=True)


def _counted(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}"
