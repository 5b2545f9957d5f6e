"""The `ailint` command: finds its subcommands, loads the one that is asked for, and turns errors into exit codes."""

from __future__ import annotations

import os
import sys
from importlib import import_module
from pkgutil import iter_modules
from typing import Any, NoReturn

import click

from ailint import __version__
from ailint.cli import commands
from ailint.errors import UserError


class Lazy(click.Group):
    """A group whose subcommands are modules, imported when they are called."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 -- click's signature
        """The modules of `commands`."""
        return sorted(module.name for module in iter_modules(commands.__path__))

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of one module."""
        if cmd_name not in self.list_commands(ctx):
            return None
        command: click.Command = import_module(f"{commands.__name__}.{cmd_name}").command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest command offered."""
        from ailint.errors import suggestion

        if args and not args[0].startswith("-") and args[0] not in self.list_commands(ctx):
            message = f"there is no command `{args[0]}`{suggestion(args[0], self.list_commands(ctx))}"
            raise click.UsageError(message, ctx)
        return super().resolve_command(ctx, args)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the subcommand; what its user can mend is said in a line, anything else is ours and shows its trace."""
        try:
            return super().invoke(ctx)
        except UserError as error:
            _refuse(str(error))
        except (click.ClickException, click.exceptions.Exit, click.Abort, OSError):
            raise
        except Exception:  # noqa: BLE001 -- Python's own exit code for a crash is 1, which says that the gate failed
            import traceback

            traceback.print_exc()
            _refuse("ailint itself failed; the lines above say where")


def _refuse(message: str) -> NoReturn:
    from ailint.terminal import visible

    here = f"{os.getcwd()}{os.sep}"  # noqa: PTH109 -- start-up is short without pathlib
    click.echo(f"ailint: {visible(message.replace(here, ''))}", err=True)
    sys.exit(2)


@click.group(cls=Lazy, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="ailint")
def main() -> None:
    """Find what keeps an AI repository from production, and say how to mend it."""
