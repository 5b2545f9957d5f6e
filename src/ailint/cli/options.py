"""Options that several commands share, and how they become a Config."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from ailint.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ailint.config import Config, Override

    Decorator = Callable[[Callable[..., Any]], Callable[..., Any]]

LEVELS = ("critical", "high", "medium", "low")
KEYS = {
    "select": ("lint", "select"),
    "ignore": ("lint", "ignore"),
    "extend_select": ("lint", "extend-select"),
    "extend_ignore": ("lint", "extend-ignore"),
    "stage": ("stage",),
    "preview": ("preview",),
    "scope": ("scope",),
    "min_severity": ("min-severity",),
    "exclude": ("exclude",),
    "extend_exclude": ("extend-exclude",),
    "respect_gitignore": ("respect-gitignore",),
    "force_exclude": ("force-exclude",),
    "fail_on": ("fail-on",),
    "fail_under": ("fail-under",),
    "output_format": ("output-format",),
    "baseline": ("baseline",),
}
RESET_BY_SELECT = ("ignore", "extend_select", "extend_ignore")


class Words(click.ParamType[list[str]]):
    """A comma list; the option may be repeated."""

    name = "names"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> list[str]:  # noqa: ARG002 -- click's signature
        """The words between the commas."""
        return [word.strip() for word in value.split(",") if word.strip()] if isinstance(value, str) else value


def _absolute(context: click.Context, option: click.Parameter, value: str | None) -> str | None:  # noqa: ARG001 -- click's signature
    """A file named on the command line is sought from the current folder, not from the root."""
    return str(Path(value).absolute()) if value else value


BASELINE = (
    click.option(
        "--baseline", metavar="FILE", callback=_absolute, help="File of known findings.  [default: .ailint-baseline.json at the root, if it is there]"
    ),
    click.option("--no-baseline", "baseline", flag_value="", callback=_absolute, help="Take no finding as known."),
)


def configuration() -> Decorator:
    """Options about settings, plug-ins and the cache, which every command has that reads cards or tables."""
    options = (
        click.option("--config", "configs", multiple=True, metavar='FILE | "key=value"', help="A configuration file, or one setting as TOML."),
        click.option("--isolated", is_flag=True, help="Ignore configuration files."),
        click.option("--no-plugins", is_flag=True, help="Leave out rules of installed packages."),
        click.option("--cache-dir", type=click.Path(file_okay=False, path_type=Path), help="Keep compiled tables there."),
        click.option("--no-cache", is_flag=True, help="Keep nothing."),
    )
    return combined(options)


def combined(options: Sequence[Decorator]) -> Decorator:
    """Several options as one decorator, listed in the order given."""

    def decorate(function: Callable[..., Any]) -> Callable[..., Any]:
        for option in reversed(options):
            function = option(function)
        return function

    return decorate


def config_for(paths: Sequence[Path], given: dict[str, Any], **run: Any) -> Config:
    """The configuration of the project around `paths`, with what the command line and the environment say over it."""
    from msgspec.structs import replace

    from ailint.cache import cache_folder
    from ailint.config import find_root, load_config

    for path in paths:
        if not path.exists():
            message = f"{path}: there is no such file or folder"
            raise UserError(message)
    root = find_root(paths or [Path()])
    files = [Path(text) for text in given["configs"] if _is_file(text)]
    overrides = list(_overrides(given))
    config = load_config(root, overrides, file=files[-1] if files else None, isolated=given["isolated"])
    cache = None if given["no_cache"] else given["cache_dir"] or cache_folder()
    return replace(config, plugins=not given["no_plugins"], cache=cache, **run)


def _is_file(text: str) -> bool:
    return text.endswith(".toml") or "=" not in text


def _overrides(given: dict[str, Any]) -> Iterator[Override]:
    from ailint.config import Override, inline

    for text in given["configs"]:
        if not _is_file(text):
            yield from inline(text)
    if given["isolated"]:
        yield Override(KEYS["baseline"], "", "--isolated")
    context = click.get_current_context()
    if given.get("select"):
        yield from (Override(KEYS[name], [], "--select") for name in RESET_BY_SELECT)
    for name, key in KEYS.items():
        value = given.get(name)
        if value is not None and value != ():
            yield Override(key, _flat(value), _origin(context, name))


def _flat(value: Any) -> Any:
    return [word for words in value for word in words] if isinstance(value, tuple) else value


def _origin(context: click.Context, name: str) -> str:
    variable = f"AILINT_{name.upper()}"
    from_environment = context.get_parameter_source(name) is click.core.ParameterSource.ENVIRONMENT
    return variable if from_environment and variable in os.environ else f"--{name.replace('_', '-')}"
