"""`ailint check`: lint, and fail where the gate says so."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ailint import formats
from ailint.cli import github
from ailint.cli.adding import add_ignores
from ailint.cli.options import BASELINE, LEVELS, Words, combined, config_for, configuration
from ailint.cli.outputs import check_format, outputs, view_for, write_all
from ailint.cli.running import lint, say, warn, write
from ailint.errors import UserError
from ailint.terminal import visible

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import NoReturn

    from ailint.config import Config
    from ailint.reading import Typed
    from ailint.summary import Report
    from ailint.view import View

SELECTION = (
    click.option("--select", type=Words(), multiple=True, help="Rules that run, in place of the configured ones: names, codes, groups."),
    click.option("--ignore", type=Words(), multiple=True, help="Rules that do not run, in place of the configured ones."),
    click.option("--extend-select", type=Words(), multiple=True, help="Rules that run as well."),
    click.option("--extend-ignore", type=Words(), multiple=True, help="Further rules that do not run."),
    click.option("--stage", type=click.Choice(["poc", "pilot", "production"]), envvar="AILINT_STAGE", help="What the project must be ready for."),
    click.option("--preview/--no-preview", default=None, help="Run preview rules too."),
    click.option("--scope", type=click.Choice(["file", "project", "all"]), help="Rules about files, about projects, or all."),
    click.option("--min-severity", type=click.Choice(LEVELS), help="Leave out findings below."),
)
FILES = (
    click.option("--exclude", type=Words(), multiple=True, help="Globs to leave out, in place of the configured ones."),
    click.option("--extend-exclude", type=Words(), multiple=True, help="Further globs to leave out."),
    click.option("--respect-gitignore/--no-respect-gitignore", default=None, help="Leave out what git ignores."),
    click.option("--force-exclude/--no-force-exclude", default=None, help="Leave out excluded files even when named."),
    click.option("--stdin-filename", metavar="FILE", type=click.Path(path_type=Path), help="Lint standard input as this file."),
    click.option("--show-files", is_flag=True, help="List the files that would be linted, and stop."),
)
GATE = (
    click.option("--fail-on", type=click.Choice([*LEVELS, "never"]), help="Lowest severity that fails the gate.  [default: high]"),
    click.option("--fail-under", type=click.IntRange(0, 100), metavar="0..100", help="Readiness score below which the gate fails."),
    *BASELINE,
    click.option("--diff-base", metavar="REF", help="Fail for findings alone that came since HEAD and REF parted."),
    click.option("--exit-zero", is_flag=True, help="Exit 0 where the gate fails; errors stay errors."),
)
FIX = (click.option("--add-ignore", metavar="REASON", help="Write an ignore with this reason for every new finding, and lint again."),)
OUTPUT = (
    click.option(
        "--output-format", type=click.Choice(formats.names()), envvar="AILINT_OUTPUT_FORMAT", help="How to show the report.  [default: full]"
    ),
    click.option("--output-file", type=click.Path(dir_okay=False, path_type=Path), help="Write the report there."),
    click.option("--report", metavar="FORMAT=PATH", multiple=True, help="Write a report in a further format there; may be repeated."),
    click.option("--statistics", is_flag=True, help="Count findings by rule in place of showing them."),
    click.option("--show-suppressed", is_flag=True, help="Show suppressed findings in text and SARIF too."),
    click.option("--color", type=click.Choice(["auto", "always", "never"]), default="auto", help="Colour."),
    click.option("--quiet", "-q", is_flag=True, help="Findings only: no summary, warnings or progress."),
    click.option("--verbose", "-v", is_flag=True, help="Say what is read, from where the settings come, and what was not determined."),
)
RUN = (
    configuration(),
    click.option("--jobs", type=click.IntRange(min=1), help="Processes that read files."),
    click.option("--no-ignores", is_flag=True, help="Report what is suppressed as if it were not."),
)


@click.command(name="check")
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@combined((*SELECTION, *FILES, *GATE, *FIX, *OUTPUT, *RUN))
def command(paths: tuple[Path, ...], **given: Any) -> None:
    """Lint PATHS, by default the current folder.

    Exits 0 if the gate holds, 1 if it fails, 2 on an error, 3 if there is nothing to lint.
    """
    from msgspec.structs import replace

    typed = given["stdin_filename"]
    paths = (typed.parent,) if typed else paths or (Path(),)
    config = config_for(paths, given, ignores=not given["no_ignores"], jobs=given["jobs"] or 0, diff_base=given["diff_base"])
    _refuse_format(config, given)
    reports, added = outputs(given), [] if given["statistics"] else github.additions(config)
    if given["show_files"]:
        _show_files(config, paths)
    report = _lint(config, paths, given, [config.output_format, *added, *(output.name for output in reports)])
    code = 0 if report.exit_code == 1 and given["exit_zero"] else report.exit_code
    if given["verbose"]:
        _explain(config, report)
    shown, view = replace(report, exit_code=code), view_for(config, given)
    write(_lines(config, shown, view, statistics=given["statistics"]), given["output_file"])
    write_all(reports, shown, view)
    github.add(added, shown, view)
    if not given["quiet"]:
        warn(report, every=given["verbose"])
    if report.exit_code:
        say(_failure(report, config))
    sys.exit(code)


def _refuse_format(config: Config, given: dict[str, Any]) -> None:
    check_format(config.output_format, "`output-format`")
    if given["statistics"] and not formats.is_text(config.output_format):
        message = f"`--statistics` is text, which --output-format {config.output_format} is not"
        raise UserError(message)


def _show_files(config: Config, paths: tuple[Path, ...]) -> NoReturn:
    from ailint.discover import discover

    files = discover(config, paths).files
    for file in files:
        click.echo(visible(f"./{file.path}" if file.path.lstrip().startswith("::") else file.path))  # no line that a CI runner would obey
    sys.exit(0 if files else 3)


def _lint(config: Config, paths: tuple[Path, ...], given: dict[str, Any], names: list[str]) -> Report:
    if given["add_ignore"] is not None:
        return add_ignores(config, given, lambda: _lint(config, paths, {**given, "add_ignore": None}, names))
    typed = _typed(config, given["stdin_filename"]) if given["stdin_filename"] else None
    written = names[given["statistics"] :]
    scored = any(map(formats.shows_readiness, written)) or config.fail_under is not None
    return lint(config, paths, typed, quiet=given["quiet"], scored=scored, evidenced=any(map(formats.shows_evidence, written)))


def _typed(config: Config, file: Path) -> Typed:
    from ailint.reading import Typed

    return Typed(file.resolve().relative_to(config.root).as_posix(), sys.stdin.buffer.read())


def _lines(config: Config, report: Report, view: View, *, statistics: bool) -> Iterator[str]:
    if statistics:
        from ailint.statistics import render

        return render(report, view)
    return formats.render(config.output_format, report, view)


def _explain(config: Config, report: Report) -> None:
    say(f"settings from {config.source or 'defaults alone'}; root {config.root}; stage {config.stage}")
    say(f"baseline {report.known.file}: {len(report.known.baseline.entries)} entries" if report.known else "no baseline")
    say(f"{report.files_read} of {report.files} files read, {len(report.rules)} of {report.rules_known} rules run in {report.duration_s} s")
    for path, kind in report.projects:
        say(f"sub-project {path}: {kind}")
    for result in report.rules:
        if result.unknown:
            say(f"{result.name}: {result.unknown} could not be determined")


def _failure(report: Report, config: Config) -> str:
    return f"failed: {report.exit_reason} (gate: {config.fail_on})" if report.exit_code == 1 else report.exit_reason
