"""What to paste into the configuration for findings that no comment can ignore."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from posixpath import dirname
from typing import TYPE_CHECKING

from ailint.fix.ignores import EXPIRED, PROJECT

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.fix.ignores import Refused

SPECIAL = re.compile(r"([\\*?\[\]!#])")


def pasted(refused: Iterable[Refused], reason: str, source: str) -> Iterator[str]:
    """Lines of TOML for the configuration file `source`: waivers of project findings, per-file ignores of the others."""
    prefix = "tool.ailint." if source.rpartition("/")[2] == "pyproject.toml" else ""
    listed = [one for one in refused if one.why != EXPIRED]
    by_rule: dict[str, list[str]] = defaultdict(list)
    for one in listed:
        if one.why == PROJECT:
            by_rule[one.finding.rule].append(one.finding.path)
    for rule, paths in by_rule.items():
        yield f"[[{prefix}waivers]]"
        yield f'rule = "{rule}"'
        if any(map(dirname, paths)):
            yield f"paths = [{', '.join(_quoted(f'/{_escaped(path)}') for path in sorted(set(paths)))}]"
        yield 'kind = "accepted-risk"'
        yield f"reason = {_quoted(reason)}"
        yield ""
    by_path: dict[str, list[str]] = defaultdict(list)
    for one in listed:
        if one.why != PROJECT and one.finding.rule not in by_path[one.finding.path]:
            by_path[one.finding.path].append(one.finding.rule)
    if by_path:
        yield f"[{prefix}lint.per-file-ignores]"
    for path, rules in by_path.items():
        yield f"{_quoted(f'/{_escaped(path)}')} = [{', '.join(_quoted(rule) for rule in sorted(rules))}]"


def _escaped(path: str) -> str:
    """A path as a pattern that matches it alone."""
    return SPECIAL.sub(r"\\\1", path)


def _quoted(text: str) -> str:
    """A text as TOML has it."""
    return json.dumps(text, ensure_ascii=False)
