"""Speed and memory of ailint against another linter over the same tree, alternating, cold: `run.py [--tree DIR] [--runs N]`."""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

PACKAGES = (
    "langchain-community",
    "crewai",
    "gpt-researcher",
    "metagpt",
    "khoj",
    "haystack-ai",
    "aider-chat",
    "open-interpreter",
    "ragas",
    "deepeval",
    "mem0ai",
)
HOME = Path(__file__).parents[1]
KEPT = HOME / ".cache" / "bench"
MOST_TIMES_SLOWER = 3
MOST_MEGABYTES = 800
MOST_TIMES_START = 2
KILOBYTE = 1 if sys.platform == "darwin" else 1024
# an installed package is compiled; a checkout is where its first run may leave what it compiles
ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


class Cost(NamedTuple):
    """What a command took, its children included: seconds of CPU, and the memory of its largest process in megabytes."""

    seconds: float
    megabytes: float


def cost(command: Sequence[str], folder: Path) -> Cost:
    """Run a command once; what it prints goes nowhere, and an exit code other than 0 ends the benchmark."""
    with tempfile.TemporaryFile() as errors:
        process = subprocess.Popen(  # noqa: S603 -- our own
            command, cwd=folder, env=ENVIRONMENT, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=errors
        )
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            errors.seek(0)
            sys.exit(f"{' '.join(command)}: exit {process.returncode}\n{errors.read().decode(errors='replace')}")
    return Cost(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * KILOBYTE / 1e6)


def costs(commands: Mapping[str, Sequence[str]], folder: Path, runs: int) -> dict[str, Cost]:
    """The medians of some commands, run by turns so that a busy moment meets them all; a first turn fills the disk's cache."""
    taken: dict[str, list[Cost]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            found = cost(command, folder)
            if turn:
                taken[name].append(found)
    return {name: Cost(median(one.seconds for one in found), median(one.megabytes for one in found)) for name, found in taken.items()}


def tool(name: str) -> str:
    """A command beside the running Python."""
    return str(Path(sys.executable).with_name(name))


def linters() -> dict[str, list[str]]:
    """The two commands over the current folder, neither with a cache or settings of its own, each with the output that it has by default."""
    ailint = [tool("ailint"), "check", "--isolated", "--jobs", "1", "--exit-zero", "--no-cache", "."]
    ruff = [tool("ruff"), "check", "--no-cache", "--isolated", "--select", "ALL", "--exit-zero", "."]
    return {"ailint check": ailint, "ruff check, all rules": ruff}


def starts() -> dict[str, list[str]]:
    """The least that ailint does, and the least that a command made with its library for command lines could."""
    return {"ailint --version": [tool("ailint"), "--version"], "import click": [sys.executable, "-c", "import click"]}


def table(taken: Mapping[str, Cost], limit: float) -> Iterator[str]:
    """The medians in columns, then the ratio of the first to the second."""
    yield f"{'':<24}{'CPU s':>10}{'peak MB':>10}"
    yield from (f"{name:<24}{one.seconds:>10.3f}{one.megabytes:>10.0f}" for name, one in taken.items())
    first, second = taken.values()
    yield f"{'ratio':<24}{first.seconds / second.seconds:>10.2f}{first.megabytes / second.megabytes:>10.2f}    limit {limit} x CPU"


def packages_tree() -> Path:
    """The sources of real packages, downloaded once; each is whatever its newest release holds."""
    tree = KEPT / "tree"
    for package in PACKAGES:
        if not (tree / package).is_dir():
            unpack(download(package), tree / package)
    (tree / ".git").mkdir(exist_ok=True)  # a repository by itself: the one around it is not read with it
    return tree


def download(package: str) -> Path:
    """The wheel of a package."""
    folder = KEPT / "wheels" / package
    folder.mkdir(parents=True, exist_ok=True)
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    options = ["--no-deps", "--ignore-requires-python", "--only-binary", ":all:", "--dest", str(folder)]
    subprocess.run([*pip, *options, package], check=True)  # noqa: S603 -- our own
    return next(folder.glob("*.whl"))


def unpack(wheel: Path, folder: Path) -> None:
    """The files of a wheel, the folder there only once it is whole."""
    partial = folder.with_name(f"{folder.name}.partial")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(partial)
    partial.rename(folder)


def size(tree: Path) -> tuple[int, int]:
    """How many Python files a tree has, and how many lines they hold."""
    files = [path for path in tree.rglob("*.py") if path.is_file()]
    return len(files), sum(path.read_bytes().count(b"\n") for path in files)


def main() -> None:
    """Measure, print, and end with 1 where a limit is passed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tree", type=Path, help="what to lint; without it, the sources of some packages are downloaded")
    parser.add_argument("--runs", type=int, default=3)
    given = parser.parse_args()
    tree = given.tree.resolve() if given.tree else packages_tree()
    files, lines = size(tree)
    print(f"{files:,} Python files, {lines:,} lines; medians of {given.runs} runs by turns\n")
    checked = costs(linters(), tree, given.runs)
    print(*table(checked, MOST_TIMES_SLOWER), "", sep="\n", flush=True)
    started = costs(starts(), tree, 4 * given.runs + 1)
    print(*table(started, MOST_TIMES_START), sep="\n")
    (ours, theirs), (start, least) = checked.values(), started.values()
    slow = ours.seconds > MOST_TIMES_SLOWER * theirs.seconds or start.seconds > MOST_TIMES_START * least.seconds
    sys.exit(1 if slow or ours.megabytes > MOST_MEGABYTES else 0)


if __name__ == "__main__":
    main()
