"""The pre-commit hook: an entry that is put after those that a file has, whose text otherwise stays as it is."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.fix.files import current, line_end
from ailint.init.proposal import Origin, Proposal

if TYPE_CHECKING:
    from pathlib import Path

    from yaml.nodes import MappingNode, Node, SequenceNode

FILE = ".pre-commit-config.yaml"
OTHERS = (".pre-commit-config.yml",)
OURS = re.compile(r"(?:^|[/\s'\"=])ailint(?:-cli|-pre-commit)?\b")
BLANK = re.compile(r"\s*(?:#.*)?")
PUBLISHED = """\
- repo: {repository}
  rev: v{version}
  hooks:
    - id: ailint
"""
LOCAL = """\
- repo: local
  hooks:
    - id: ailint
      name: ailint
      entry: ailint check --force-exclude
      language: python
      additional_dependencies: ["{requirement}"]
      pass_filenames: false
      always_run: true
"""


def hook(root: Path, origin: Origin) -> Proposal:
    """The file with the hook added; no text where it has one, or where it is not written plainly enough to be changed."""
    if other := next((name for name in OTHERS if current(root, name) is not None), ""):
        return Proposal(other, f"is not read by pre-commit, which wants {FILE}; rename it first", entry(origin))
    before = current(root, FILE)
    if before is None:
        snippet = f"repos:\n{indented(entry(origin), '  ')}"
        return Proposal(FILE, "is new", snippet, None, snippet.encode())
    text = _text(before)
    if OURS.search("\n".join(line.partition("#")[0] for line in text.splitlines())):
        return Proposal(FILE, "runs ailint already; left as it is")
    after = added(text, entry(origin))
    if not after:
        return Proposal(FILE, "is not written so that a program should change it; add below `repos:`", entry(origin))
    return Proposal(FILE, "gets one more hook", entry(origin), before, after.encode())


def _text(data: bytes) -> str:
    """The text of the file; empty where it is none in UTF-8, which a program had better leave alone."""
    try:
        return data.decode()
    except UnicodeDecodeError:
        return ""


def entry(origin: Origin) -> str:
    """The hook as an entry of `repos`: from the public repository, else from the package."""
    form = PUBLISHED if origin.repository else LOCAL
    return form.format(repository=origin.repository, version=origin.version, requirement=origin.requirement)


def indented(text: str, blank: str) -> str:
    """A text with every line moved to the right."""
    return "".join(f"{blank}{line}" for line in text.splitlines(keepends=True))


def added(text: str, new: str) -> str:
    """The text with an entry after the last of `repos`; empty where these are not a plain list, or more than that would change."""
    lines = text.splitlines(keepends=True)
    place = _place(text, lines)
    if place is None:
        return ""
    at, blank, apart = place
    end = line_end(text)
    before, after = lines[:at], lines[at:]
    if before and not before[-1].endswith(("\n", "\r")):
        before[-1] += end
    gap = end if apart else ""
    candidate = "".join(before) + gap + indented(new, blank).replace("\n", end) + (gap if after else "") + "".join(after)
    return candidate if _adds_one(text, candidate) else ""


def _place(text: str, lines: list[str]) -> tuple[int, str, bool] | None:
    """Before which line the entry goes, how far to the right, and whether entries stand apart by blank lines."""
    import yaml

    try:
        document = yaml.compose(text, Loader=yaml.SafeLoader)
    except (yaml.YAMLError, RecursionError):
        return None
    repos = _repos(document)
    if repos is None:
        return None
    starts = [one.start_mark.line for one in repos.value]
    blank = lines[starts[-1]].partition("-")[0]
    if blank.strip():
        return None
    last = _last_line(repos.value[-1])
    if all(BLANK.fullmatch(line.rstrip("\r\n")) for line in lines[last + 1 :]):
        last = len(lines) - 1
        while last and not lines[last].strip():
            last -= 1
    apart = len(starts) > 1 and all(not lines[start - 1].strip() for start in starts[1:])
    return last + 1, blank, apart


def _repos(document: Node | None) -> SequenceNode | None:
    """The plain list below `repos`, None where there is none."""
    from yaml.nodes import MappingNode, SequenceNode

    if not isinstance(document, MappingNode):
        return None
    repos = _below(document, "repos")
    if not isinstance(repos, SequenceNode) or repos.flow_style or not repos.value:
        return None
    return repos if all(isinstance(one, MappingNode) and not one.flow_style for one in repos.value) else None


def _below(mapping: MappingNode, key: str) -> Node | None:
    return next((value for name, value in mapping.value if name.value == key), None)


def _last_line(node: Node) -> int:
    """The line of the last thing that stands in a node."""
    from yaml.nodes import CollectionNode, ScalarNode

    if isinstance(node, ScalarNode) and node.style in {"|", ">"}:
        return int(node.end_mark.line) - 1
    if not isinstance(node, CollectionNode) or node.flow_style or not node.value:
        return int(node.end_mark.line)
    last = node.value[-1]
    return _last_line(last[1] if isinstance(last, tuple) else last)


def _adds_one(before: str, after: str) -> bool:
    """Whether the only change in meaning is one more entry."""
    import yaml

    try:
        old, new = yaml.safe_load(before), yaml.safe_load(after)
    except (yaml.YAMLError, RecursionError):
        return False
    return bool(new["repos"][:-1] == old["repos"] and {**new, "repos": None} == {**old, "repos": None})
