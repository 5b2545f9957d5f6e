"""GitHub Actions: what a run there adds to the log and to the job summary."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from ailint import formats
from ailint.cli.running import say, write

if TYPE_CHECKING:
    from ailint.config import Config
    from ailint.summary import Report
    from ailint.view import View

ANNOTATIONS = "github"
SUMMARY = "markdown"


def additions(config: Config) -> list[str]:
    """The formats that are added: both where nobody chose one, the summary where annotations were chosen."""
    if os.environ.get("GITHUB_ACTIONS") != "true":
        return []
    if "output-format" not in config.origins:
        return [ANNOTATIONS, SUMMARY]
    return [SUMMARY] if config.output_format == ANNOTATIONS else []


def add(names: list[str], report: Report, view: View) -> None:
    """Print the annotations and append the summary, whichever of them are asked for."""
    if ANNOTATIONS in names:
        write(formats.render(ANNOTATIONS, report, view), None)
    if SUMMARY in names and (file := os.environ.get("GITHUB_STEP_SUMMARY")):
        _append(Path(file), report, view)


def _append(file: Path, report: Report, view: View) -> None:
    """What others wrote there before takes room, too."""
    from ailint.report.markdown import MOST_BYTES, bounded

    try:
        room = MOST_BYTES - (file.stat().st_size if file.exists() else 0)
        with file.open("a", encoding="utf-8", errors="backslashreplace", newline="\n") as summary:
            summary.writelines(f"{line}\n" for line in bounded(formats.render(SUMMARY, report, view), room))
    except OSError as error:
        say(f"warning: {file}: the job summary cannot be written: {error.strerror}")
