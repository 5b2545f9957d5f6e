"""Check that every name in the library tables is in the sources of the packages, and write docs/knowledge-report.md.

`python scripts/verify_knowledge.py [--cache FOLDER] [LIBRARY …]`: the versions are those that the tables' `source` names; what the
cache lacks is downloaded with pip. The sources are parsed, never imported. Exit status 1 if a name is wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import repeat
from pathlib import Path
from typing import TYPE_CHECKING

from knowledge_checks import Checker, Claim
from knowledge_signatures import Answer
from knowledge_sources import Release, Tree, named_releases, obtain, standard_library

from ailint.knowledge.load import read_table, table_files
from ailint.knowledge.tables import Library

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

ROOT = Path(__file__).resolve().parent.parent
TABLES = ROOT / "src" / "ailint" / "knowledge" / "libraries"
REPORT = ROOT / "docs" / "knowledge-report.md"
DOWNLOADS = 4  # at a time


@dataclass(frozen=True)
class Result:
    """A table, the releases that were read for it, and the answers."""

    library: str
    releases: list[Release]
    missing: list[Release]
    claims: list[Claim]

    def count(self, answer: Answer) -> int:
        """How many distinct names got that answer."""
        return len({(claim.what, claim.name) for claim in self.claims if claim.answer is answer})

    def wrong(self) -> list[Claim]:
        """The names that are wrong, once each."""
        return list(dict.fromkeys(claim for claim in self.claims if claim.answer is Answer.WRONG))


def main(arguments: Sequence[str] | None = None) -> int:
    """Check, print, write the report."""
    options = parse(arguments)
    tables = [read_table(path, Library) for path in table_files(TABLES)]
    chosen = [table for table in tables if not options.library or table.library in options.library]
    trees, missing = fetch(chosen, options.cache)
    results = list(check(tables, chosen, trees, missing))
    print("\n".join(report_lines(results)))
    if not options.library:
        REPORT.write_text("\n".join([*preamble(results), *report_lines(results)]) + "\n", encoding="utf-8")
    return 1 if any(result.wrong() for result in results) else 0


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("library", nargs="*", help="check these tables only, and write no report")
    parser.add_argument("--cache", type=Path, default=ROOT / ".cache" / "knowledge", help="folder of the unpacked packages")
    return parser.parse_args(arguments)


def fetch(tables: Iterable[Library], cache: Path) -> tuple[list[Tree], set[Release]]:
    """The sources of every release that a table names, and the releases that cannot be had."""
    wanted = {release for table in tables for release in releases_of(table)}
    with ThreadPoolExecutor(DOWNLOADS) as pool:
        found = dict(zip(ordered := sorted(wanted), pool.map(obtain, ordered, repeat(cache)), strict=True))
    return [*(tree for tree in found.values() if tree), *standard_library()], {release for release, tree in found.items() if tree is None}


def releases_of(table: Library) -> set[Release]:
    """The releases that a table's source names."""
    return named_releases(table.source, table.packages.get("python", []))


def check(tables: Sequence[Library], chosen: Iterable[Library], trees: Sequence[Tree], missing: set[Release]) -> Iterator[Result]:
    """The chosen tables, checked against all trees."""
    checker = Checker(tables, trees)
    for table in chosen:
        wanted = releases_of(table)
        yield Result(table.library, sorted(wanted - missing), sorted(wanted & missing), list(checker.claims(table)))


def preamble(results: Sequence[Result]) -> list[str]:
    """The head of the report."""
    total = Counter({answer: sum(result.count(answer) for result in results) for answer in Answer})
    return [
        "# Knowledge report",
        "",
        "Written by `make knowledge`. Each class, function, method and argument that the library tables name was looked up in the packages' sources.",
        "*Unverifiable* is what the sources leave open: a package that was not read, `**kwargs`, names made at run time, code in C.",
        "",
        f"{total[Answer.VERIFIED]} names verified, {total[Answer.UNVERIFIABLE]} unverifiable, {total[Answer.WRONG]} wrong.",
        "",
    ]


def report_lines(results: Sequence[Result]) -> Iterator[str]:
    """The table of libraries, then what is wrong."""
    yield "| library | versions looked at | verified | unverifiable | wrong |"
    yield "|---|---|--:|--:|--:|"
    for result in results:
        counts = " | ".join(str(result.count(answer)) for answer in (Answer.VERIFIED, Answer.UNVERIFIABLE, Answer.WRONG))
        yield f"| {result.library} | {versions(result.releases) or 'none'} | {counts} |"
    for result in results:
        yield from wrong_lines(result)


def versions(releases: Iterable[Release]) -> str:
    """`openai 0.28.1, 1.55.0; httpx 0.28.1`."""
    grouped: dict[str, list[str]] = {}
    for release in releases:
        grouped.setdefault(release.package, []).append(str(release.version))
    return "; ".join(f"{package} {', '.join(each)}" for package, each in grouped.items())


def wrong_lines(result: Result) -> Iterator[str]:
    """The wrong names of a library, and what could not be read for it."""
    wrong = result.wrong()
    if wrong or result.missing:
        yield from ("", f"## {result.library}", "")
    if result.missing:
        yield f"* not to be had as a wheel: {versions(result.missing)}"
    yield from (f"* wrong {claim.what}: `{claim.name}`" for claim in wrong)


if __name__ == "__main__":
    sys.exit(main())
