"""Requirements as packaging tools write them, in the terms of PEP 440 and PEP 503."""

from __future__ import annotations

import re
from typing import Literal

from packaging.specifiers import InvalidSpecifier, SpecifierSet
from packaging.version import InvalidVersion, Version

from ailint.facts import Dependency, Span

Kind = Literal["requirement", "lock"]

NAME = re.compile(r"^\s*([A-Za-z0-9][\w.-]*)\s*(?:\[([^\]]*)\])?\s*(.*)$", re.DOTALL)
EXACT = re.compile(r"^={2,3}\s*([^\s*,;]+)$")
SPACED = re.compile(r"([<>=!~^]+)\s+")
BARE = re.compile(r"^v?\d[\w.+!-]*$")
NPM_EXACT = re.compile(r"^=?v?(\d+\.\d+\.\d+[\w.+-]*)$")
LONGEST = 1000


def normalised(name: str) -> str:
    """A distribution's name as PEP 503 has it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def requirement(text: str, span: Span, *, kind: Kind = "requirement", group: str = "") -> Dependency | None:
    """A PEP 508 requirement; None where the text names no package."""
    found = NAME.match(text[:LONGEST].partition(";")[0].partition(" #")[0])
    if found is None:
        return None
    rest = found[3].strip()
    specifier = rest if rest.startswith("@") else rest.strip("()").strip()
    if specifier and specifier[0] not in "@=<>!~":
        return None
    return python(found[1], specifier, span, kind=kind, group=group)


def python(name: str, specifier: str, span: Span, *, kind: Kind = "requirement", group: str = "") -> Dependency:
    """A Python dependency with a PEP 440 specifier."""
    exact = EXACT.match(specifier)
    return Dependency(normalised(name), specifier, exact[1] if exact else None, "python", kind, group, span)


def npm(name: str, specifier: str, span: Span, *, kind: Kind = "requirement", group: str = "") -> Dependency:
    """An npm dependency; its range stays as it is."""
    exact = NPM_EXACT.match(specifier)
    return Dependency(name, specifier, exact[1] if exact else None, "npm", kind, group, span)


def pep440(constraint: str) -> str:
    """A constraint in Poetry's or Pipenv's words (`^1.2`, `~1.2`, `*`, `1.2.3`) as a PEP 440 specifier; '' where there is no limit."""
    text = SPACED.sub(r"\1", constraint[:LONGEST].strip())
    if "|" in text or text == "*":
        return ""
    parts = [part for part in re.split(r"\s*,\s*|\s+(?=[<>=!~^\d])", text) if part]
    return ",".join(filter(None, map(_part, parts)))


def _part(part: str) -> str:
    if part.startswith("^"):
        return _range(part[1:], caret=True)
    if part.startswith("~") and not part.startswith("~="):
        return _range(part[1:], caret=False)
    if BARE.match(part) or (part.endswith(".*") and part[0].isdigit()):
        return f"=={part}"
    return part if _is_specifier(part) else ""


def _range(text: str, *, caret: bool) -> str:
    """From a version up to the next that may break: the first part that is not 0 for `^`, the second for `~`."""
    version = text.strip().lstrip("=")
    try:
        release = Version(version).release
    except InvalidVersion:
        return ""
    first = next((index for index, number in enumerate(release) if number), len(release) - 1)
    place = first if caret else min(1, len(release) - 1)
    upper = [*release[:place], release[place] + 1]
    return f">={version},<{'.'.join(map(str, upper))}"


def _is_specifier(text: str) -> bool:
    try:
        SpecifierSet(text)
    except InvalidSpecifier:
        return False
    return True
