"""Checks that say nothing by themselves: what they ask for stands in the card, so that a pack needs no code."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import TYPE_CHECKING

from pathspec import GitIgnoreSpec

from ailint.checks.clients import Use, called, has_place_for
from ailint.checks.merging import one_a_line
from ailint.checks.practices import answered, applications, counted
from ailint.facts import Place, Span, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Given

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ailint.facts import FileFacts, Import, Setting
    from ailint.project import Project

TOP = Span(1, 0, 1, 0)


def call_without(project: Project, *, call: str, argument: str) -> Iterator[Verdict]:
    """Every call of a role that has a place for an argument ends up with one, given by the call, by what made its client, or by the library."""
    for site in project.calls(call):
        uses = [Use(site, meaning, thing) for meaning, thing in ((site.meaning, site.thing), *site.others)]
        yield from one_a_line(_given(project, use, argument) for use in uses if has_place_for(project, use, argument))


def origin_used(project: Project, *, origins: Sequence[str], instead: str = "") -> Iterator[Verdict]:
    """Nothing imports one of the origins, or what lies below it."""
    hint = f": use `{instead}`" if instead else ""
    for path, facts in project.python.items():
        for imported in facts.imports:
            if refused := next((origin for origin in origins if _reaches(imported, origin)), ""):
                place = Place(path, Span(imported.line, 0, imported.line, 0), facts.scopes[imported.scope].symbol)
                yield violated(place, f"`{refused}` is imported{hint}")


def practice_absent(project: Project, *, practice: str) -> Iterator[Verdict]:
    """Every application that asks a model shows a practice, as the tables know it."""
    for subproject, calls, proofs in applications(project, practice):
        lack = f"Nothing shows {practice} ({counted(calls)})"
        yield answered(project, subproject, proofs, calls, lack, f"what the tables know as {practice}")


def setting_is(project: Project, *, files: Sequence[str], key: str, values: Sequence[str | int | float | bool]) -> Iterator[Verdict]:
    """No settings file gives a key (its parts joined by dots, `*` for any text) one of some values."""
    for file in _settings_files(project, files):
        for setting in _at(file, key):
            place, name = Place(file.path, setting.span), ".".join(setting.key)
            refused = any(value == setting.value and type(value) is type(setting.value) for value in values)
            yield (violated if refused else satisfied)(place, f"`{name}` is {setting.raw}")


def setting_missing(project: Project, *, files: Sequence[str], key: str) -> Iterator[Verdict]:
    """Every settings file of some names has a key (its parts joined by dots, `*` for any text)."""
    for file in _settings_files(project, files):
        found = next(_at(file, key), None)
        if found is not None:
            yield satisfied(Place(file.path, found.span), f"`{'.'.join(found.key)}` is {found.raw}")
        elif file.diagnostics:
            yield unknown(Place(file.path, TOP), "the file cannot be read")
        else:
            yield violated(Place(file.path, TOP), f"`{key}` is not set")


def _given(project: Project, use: Use, name: str) -> Verdict:
    argument, place, words = project.arguments.effective(use.site.ref, use.meaning, use.thing, name), use.site.place, called(use.site)
    if argument.given is Given.UNKNOWN:
        return unknown(place, f"where `{words}` gets its `{name}` is out of sight")
    if argument.given is Given.ABSENT or argument.is_none or (argument.given is Given.DEFAULT and argument.default is None):
        return violated(place, f"`{words}` is given no `{name}`")
    return satisfied(place, f"`{words}` has its `{name}`")


def _reaches(imported: Import, origin: str) -> bool:
    """Whether an import brings in the origin, something below it, or a package that begins its name."""
    if imported.level:
        return False
    full = f"{imported.module}.{imported.name}" if imported.name and imported.name != "*" else imported.module
    return full == origin or full.startswith(f"{origin}.")


def _settings_files(project: Project, globs: Sequence[str]) -> Iterator[FileFacts]:
    spec = GitIgnoreSpec.from_lines(globs)
    yield from (file for file in project.files.values() if spec.match_file(file.path))


def _at(file: FileFacts, key: str) -> Iterator[Setting]:
    yield from (setting for setting in file.settings if fnmatchcase(".".join(setting.key), key))
