"""Writes the generated parts of pages: output, formats and rules in the README, the action's interface in docs. `--check` compares."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from itertools import dropwhile, takewhile
from pathlib import Path
from typing import TYPE_CHECKING

from ailint import formats
from ailint.packs import builtin_rules, read_cards
from ailint.rule import AREAS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests" / "fixtures" / "repos" / "poc-chatbot"
HEADER = re.compile(r"\S+:\d+:\d+  ")
SHOWN = 2


def table() -> Iterator[str]:
    """The rules by area, a line each."""
    cards = read_cards([builtin_rules()])
    for area, title in AREAS.items():
        yield f"\n**{title}**\n"
        yield "| rule | finds | severity | from stage |"
        yield "|---|---|---|---|"
        for card in sorted((card for card in cards if card.area == area), key=lambda card: card.code):
            preview = " (preview)" if card.status == "preview" else ""
            yield f"| `{card.name}` | {card.title}{preview} | {card.severity} | {card.stage} |"
    yield ""


def output_formats() -> Iterator[str]:
    """The formats, each with what its module says of it."""
    yield from ["", "| format | |", "|---|---|"]
    yield from (f"| `{name}` | {formats.purpose(name)} |" for name in formats.names())
    yield ""


def screen() -> Iterator[str]:
    """The worst findings of the sample repository and the summary, as a terminal shows them."""
    yield from ["```", "$ ailint check"]
    for severity in ("critical", "high"):
        lines = report("--min-severity", severity, "--select", f"severity:{severity}")
        yield from takewhile(lambda line: not line.startswith("─"), first(lines))
    yield "…"
    yield from dropwhile(lambda line: not line.startswith("─"), report())
    yield "```"


def first(lines: list[str]) -> Iterator[str]:
    """The first finding."""
    headers = 0
    for line in lines:
        headers += bool(HEADER.match(line))
        if headers == SHOWN:
            return
        yield line


def report(*options: str) -> list[str]:
    """What ailint prints over the sample, in a folder of its own so that no settings around it count."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(SAMPLE, Path(folder, SAMPLE.name))
        command = [sys.executable, "-m", "ailint", "check", "--exit-zero", "--color", "never", "--output-format", "full", "--stage", "production"]
        done = subprocess.run([*command, *options], cwd=Path(folder, SAMPLE.name), capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout.splitlines()


def interface() -> Iterator[str]:
    """The inputs and outputs of the action."""
    import yaml

    action = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    yield from ["", "| input | default | |", "|---|---|---|"]
    yield from (f"| `{name}` | {code(spec['default'])} | {spec['description']} |" for name, spec in action["inputs"].items())
    yield from ["", "| output | |", "|---|---|"]
    yield from (f"| `{name}` | {spec['description']} |" for name, spec in action["outputs"].items())
    yield ""


def code(text: str) -> str:
    """A text as code, nothing where there is none."""
    return f"`{text}`" if text else ""


PAGES: dict[str, dict[str, Callable[[], Iterator[str]]]] = {
    "README.md": {"output": screen, "formats": output_formats, "rules": table},
    "docs/ci.md": {"interface": interface},
}


def current(page: str, text: str) -> str:
    """A page with its generated parts as they should be."""
    for name, lines in PAGES[page].items():
        text = put(text, name, lines())
    return text


def put(text: str, name: str, lines: Iterator[str]) -> str:
    """The text with one of its parts replaced."""
    before, start, rest = text.partition(f"<!-- {name} -->\n")
    _, end, after = rest.partition(f"<!-- /{name} -->")
    if not end:
        sys.exit(f"there is no place for {name}")
    return "".join([before, start, *(f"{line}\n" for line in lines), end, after])


def main() -> int:
    """Write, or compare under `--check`."""
    stale = 0
    for page in PAGES:
        text = (ROOT / page).read_text(encoding="utf-8")
        wanted = current(page, text)
        stale += text != wanted
        if "--check" not in sys.argv[1:]:
            (ROOT / page).write_text(wanted, encoding="utf-8")
    return int("--check" in sys.argv[1:] and stale > 0)


if __name__ == "__main__":
    sys.exit(main())
