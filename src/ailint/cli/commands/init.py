"""`ailint init`: what a repository has, the stage it has reached, and the smallest files that let it use ailint."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ailint.cli.options import config_for, configuration
from ailint.cli.running import say
from ailint.errors import UserError
from ailint.terminal import prepare, visible

if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import NoReturn

    from ailint.init.proposal import Proposal
    from ailint.init.stack import Stack
    from ailint.reading import Reading
    from ailint.settings import Stage

NEXT = """
Next: `ailint check` judges the repository, `ailint report` says how near it is to production. What is known and stays for now
goes into a baseline, `ailint baseline create`, or is ignored with its reason, `ailint check --add-ignore "reason"`."""


@click.command(name="init")
@click.argument("path", default=".", type=click.Path(path_type=Path))
@click.option("--stage", type=click.Choice(["poc", "pilot", "production"]), help="The stage to write, in place of the proposed one.")
@click.option("--write", is_flag=True, help="Write the pre-commit hook and the workflow too.")
@configuration()
def command(path: Path, stage: str | None, *, write: bool, **given: Any) -> None:
    """Set up ailint for the repository around PATH. Files that configure or run it already are left as they are.

    Asks on a terminal, else takes the defaults: the configuration is written, the hook and the workflow are shown.
    """
    from ailint.init.configuration import existing
    from ailint.init.stack import stack
    from ailint.reading import read_project

    prepare(sys.stdout)
    reading = read_project(config_for((path,), given))
    if not reading.files:
        _stop("nothing to lint was found", 3)
    found = stack(reading)
    _show(found, reading)
    if not found.ai and not stage:
        click.echo("\nNo AI was found in what ailint reads, so there is nothing to judge and nothing was written.")
        return
    configured = existing(reading.project.root)
    chosen = _stage(found, stage, asks=_on_terminal() and not configured)
    proposals = _proposals(reading, chosen, found)
    wanted = {proposal.path for proposal in proposals if proposal.after is not None and _wanted(proposal, write=write)}
    _carry_out(reading.project.root, proposals, wanted)
    click.echo(NEXT)


def _proposals(reading: Reading, stage: Stage, found: Stack) -> list[Proposal]:
    from ailint.init.configuration import configuration as settings
    from ailint.init.hook import hook
    from ailint.init.pipeline import pipelines
    from ailint.init.proposal import origin

    root, ours = reading.project.root, origin()
    reason = found.proposal.reason if stage is found.proposal.stage else ""
    return [settings(root, stage, reason), hook(root, ours), *pipelines(reading.project, ours)]


def _show(found: Stack, reading: Reading) -> None:
    width = max(map(len, found.parts), default=0)
    click.echo(f"{reading.files} files read")
    click.echo("\n" if found.parts else "", nl=False)
    for heading, words in found.parts.items():
        click.echo(f"  {heading:<{width}}  {visible(words)}")
    if reading.project.config.source:
        click.echo(f"\nStage {reading.project.config.stage}, as {reading.project.config.source} has it")
    elif found.ai:
        click.echo(f"\nStage {found.proposal.stage}: {visible(found.proposal.reason)}")


def _stage(found: Stack, given: str | None, *, asks: bool) -> Stage:
    from ailint.settings import Stage

    if given or not asks:
        return Stage(given or found.proposal.stage)
    choice = click.Choice([stage.value for stage in Stage])
    return Stage(_asked(lambda: click.prompt("What must it be ready for?", type=choice, default=found.proposal.stage.value)))


def _wanted(proposal: Proposal, *, write: bool) -> bool:
    """Whether a file is to be written: the configuration always, others if asked for."""
    from ailint.init import configuration as settings

    if write or proposal.path in {settings.OWN, settings.SHARED}:
        return True
    return _on_terminal() and bool(_asked(lambda: click.confirm(f"\n{_indented(proposal.snippet)}\nPut this into {proposal.path}?", default=True)))


def _asked(question: Any) -> Any:
    """The answer; to stop at a question is an error, since nothing has been set up."""
    try:
        return question()
    except click.Abort as error:
        message = "stopped; nothing was written"
        raise UserError(message) from error


def _carry_out(root: Path, proposals: Iterable[Proposal], wanted: set[str]) -> None:
    from ailint.fix.files import write

    for proposal in proposals:
        written = proposal.path in wanted and proposal.after is not None
        if written and proposal.after is not None:
            write(root, proposal.path, proposal.after, before=proposal.before)
        mark = "written" if written else "not written" if proposal.after is not None else "by hand" if proposal.snippet else "there already"
        hint = "; `--write` does it" if mark == "not written" else ""
        click.echo(f"\n{mark}: {proposal.path} {proposal.words}{hint}")
        if proposal.snippet:
            click.echo(_indented(proposal.snippet).rstrip("\n"))


def _indented(text: str) -> str:
    return "".join(f"    {visible(line)}\n" if line else "\n" for line in text.splitlines())


def _on_terminal() -> bool:
    return sys.stdin.isatty() and sys.stdout.isatty()


def _stop(reason: str, code: int) -> NoReturn:
    say(reason)
    sys.exit(code)
