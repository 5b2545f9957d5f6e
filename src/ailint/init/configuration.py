"""The smallest configuration: a stage, with its reason beside it, in `pyproject.toml` or in a file of its own."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ailint.fix.files import current, line_end
from ailint.init.proposal import Proposal
from ailint.terminal import visible

if TYPE_CHECKING:
    from pathlib import Path

    from ailint.settings import Stage

OWN = "ailint.toml"
SHARED = "pyproject.toml"
PASSING = re.compile(r":\d+\b|, and \d+ more places? like it")  # would be another tomorrow


def existing(root: Path) -> str:
    """The file that configures ailint already, empty where none does."""
    if current(root, OWN) is not None:
        return OWN
    data = current(root, SHARED)
    return SHARED if data is not None and "ailint" in _tools(data.decode()) else ""


def configuration(root: Path, stage: Stage, reason: str) -> Proposal:
    """The configuration to write, with the reason as a comment if there is one; one that exists is left as it is."""
    if found := existing(root):
        return Proposal(found, "configures ailint already; left as it is")
    data = current(root, SHARED)
    comment = PASSING.sub("", " ".join(reason.split()))
    snippet = _snippet("[tool.ailint]", stage.value, comment)
    if data is not None and (text := _added(data.decode(), stage.value, snippet)):
        return Proposal(SHARED, "gets a table `[tool.ailint]`", snippet, data, text.encode())
    snippet = _snippet("", stage.value, comment)
    return Proposal(OWN, "is new", snippet, None, snippet.encode())


def _snippet(header: str, stage: str, comment: str) -> str:
    return "".join(f"{line}\n" for line in (header, f"# {visible(comment)}" if comment else "", f'stage = "{stage}"') if line)


def _tools(text: str) -> dict[str, Any]:
    import tomli

    tools = tomli.loads(text).get("tool")
    return tools if isinstance(tools, dict) else {}


def _added(text: str, stage: str, snippet: str) -> str:
    """The text with the table put in and nothing else changed; empty where that cannot be done."""
    end = line_end(text)
    for place in (_after_the_tools(text), len(text)):
        before, after = text[:place], text[place:]
        gap = end * _missing(before, end)
        candidate = before + gap + snippet.replace("\n", end) + (end if after.strip() else "") + after
        if _means_the_same(text, candidate, stage):
            return candidate
    return ""


def _missing(before: str, end: str) -> int:
    """How many line ends a text lacks for a blank line to follow it."""
    if not before.strip():
        return 0
    return next((missing for missing in (0, 1) if before.endswith(end * (2 - missing))), 2)


def _after_the_tools(text: str) -> int:
    """Where tomlkit would put one more table of a tool: an offset, that of the end where it cannot tell."""
    import tomlkit
    from tomlkit.exceptions import TOMLKitError

    try:
        document: Any = tomlkit.parse(text)
        document["tool"]["ailint"] = tomlkit.table()
        _, header, after = tomlkit.dumps(document).partition("[tool.ailint]\n")
    except (TOMLKitError, LookupError, TypeError, ValueError, AttributeError):
        return len(text)
    return len(text) - len(after) if header and text.endswith(after) else len(text)


def _means_the_same(before: str, after: str, stage: str) -> bool:
    import tomli

    expected = tomli.loads(before)
    expected.setdefault("tool", {})["ailint"] = {"stage": stage}
    try:
        return tomli.loads(after) == expected
    except tomli.TOMLDecodeError:
        return False
