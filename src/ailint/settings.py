"""The settings that a project may write, as `ailint.toml` or `[tool.ailint]` must spell them."""

from __future__ import annotations

import datetime as dt
from enum import StrEnum
from typing import Annotated, Any, Literal

from msgspec import Meta, Struct, field

from ailint.facts import Severity

Globs = tuple[str, ...]
Names = tuple[str, ...]
Score = Annotated[int, Meta(ge=0, le=100)]
FailOn = Literal["critical", "high", "medium", "low", "never"]


class Stage(StrEnum):
    """How far a project has come, earliest first."""

    POC = "poc"
    PILOT = "pilot"
    PRODUCTION = "production"

    @property
    def rank(self) -> int:
        """0 is the earliest."""
        return list(Stage).index(self)


class Scope(StrEnum):
    """Which rules run: those about sites and files, those about whole projects, or all."""

    FILE = "file"
    PROJECT = "project"
    ALL = "all"


class Table(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename="kebab"):
    """Base of the tables of a configuration file: an unknown key is an error."""


class Lint(Table):
    """Which rules run, how severe they are, and their options."""

    select: Annotated[Names, Meta(description="Rules that run.")] = ("ALL",)
    extend_select: Annotated[Names, Meta(description="Rules that run as well.")] = ()
    ignore: Annotated[Names, Meta(description="Rules that do not run.")] = ()
    extend_ignore: Annotated[Names, Meta(description="Further rules that do not run.")] = ()
    severity: Annotated[dict[str, Severity], Meta(description="Rule name → severity in this project.")] = field(default_factory=dict)
    per_file_ignores: Annotated[dict[str, Names], Meta(description="Glob → rules whose findings there are suppressed.")] = field(default_factory=dict)
    rules: Annotated[dict[str, dict[str, Any]], Meta(description="Rule name → its options.")] = field(default_factory=dict)


class Paths(Table):
    """Globs that say what files are for, where the defaults are wrong; the first table that matches decides."""

    app: Globs = ()
    tests: Globs = ()
    evals: Globs = ()
    examples: Globs = ()
    notebooks: Globs = ()
    migrations: Globs = ()
    scripts: Globs = ()
    generated: Globs = ()
    vendored: Globs = ()
    prompts: Annotated[Globs, Meta(description="Files that hold prompts.")] = ()

    def by_role(self) -> dict[str, Globs]:
        """Role → its globs, for the roles that were given some."""
        words = {"tests": "test", "evals": "eval", "examples": "example", "notebooks": "notebook", "migrations": "migration", "scripts": "script"}
        named = ("app", *words, "generated", "vendored")
        return {words.get(name, name): globs for name in named if (globs := getattr(self, name))}


class Waiver(Table):
    """An exception that somebody answers for."""

    rule: str
    kind: Literal["accepted-risk", "false-positive", "not-applicable", "elsewhere"]
    reason: Annotated[str, Meta(min_length=1)]
    paths: Globs = ()
    owner: str = ""
    expires: dt.date | None = None


class Settings(Table):
    """Everything that a configuration file can hold."""

    stage: Annotated[Stage, Meta(description="How far the project has come.")] = Stage.PRODUCTION
    exclude: Annotated[Globs, Meta(description="Files left out, besides those that always are.")] = ()
    extend_exclude: Annotated[Globs, Meta(description="Further files left out.")] = ()
    respect_gitignore: Annotated[bool, Meta(description="Leave out what git ignores.")] = True
    force_exclude: Annotated[bool, Meta(description="Leave out excluded files even when they are named.")] = False
    max_file_size: Annotated[int, Meta(ge=1, description="Bytes above which a file is not read.")] = 1 << 20
    projects: Annotated[Globs, Meta(description="Folders of the sub-projects, where manifests do not show them.")] = ()
    preview: Annotated[bool, Meta(description="Run preview rules too.")] = False
    scope: Annotated[Scope, Meta(description="Run rules about sites and files, about projects, or all.")] = Scope.ALL
    min_severity: Annotated[Severity, Meta(description="Findings below are left out.")] = Severity.LOW
    fail_on: Annotated[FailOn, Meta(description="Lowest severity that fails the gate.")] = "high"
    fail_under: Annotated[Score | None, Meta(description="Readiness score below which the gate fails.")] = None
    baseline: Annotated[
        str | None, Meta(description='File of known findings; without it `.ailint-baseline.json` at the root where there is one, "" for none.')
    ] = None
    output_format: Annotated[str, Meta(description="Format of the report.")] = "full"
    require_suppression_reason: Annotated[bool, Meta(description="A suppression without a reason does not count.")] = False
    rule_packs: Annotated[Names, Meta(description="Folders of further rules, as data.")] = ()
    knowledge: Annotated[Names, Meta(description="Folders of library tables for clients of one's own.")] = ()
    lint: Lint = field(default_factory=Lint)
    paths: Paths = field(default_factory=Paths)
    external: Annotated[dict[str, str], Meta(description="Practice → the control outside the repository.")] = field(default_factory=dict)
    waivers: tuple[Waiver, ...] = ()
