"""Where the sources of the packages come from: the versions that a table names, unpacked, never imported."""

from __future__ import annotations

import importlib.util
import re
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from packaging.utils import canonicalize_name
from packaging.version import InvalidVersion, Version

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

WANTED = re.compile(r"\.pyi?$|/service-2\.json(\.gz)?$")
RELEASE = r"\d+(?:\.\d+)+(?:(?:a|b|rc|\.post|\.dev)\d+)?"
NAMED = re.compile(rf"(?<![\w.])(-?[A-Za-z][\w.-]*?(?:\[[\w,]*\])?) ({RELEASE}(?:(?:, and |, | and |,)(?={RELEASE}){RELEASE})*)(?![\w.])")
TWINS = re.compile(rf"(?<![\w.-])([A-Za-z][\w-]*) and (-[\w-]+) ({RELEASE})")  # presidio-analyzer and -anonymizer 2.2.366
PYTHONS = ("3.11", "3.7")  # for which a release may have wheels where it has none for this one
PLATFORMS = [part for platform in ("manylinux_2_28_x86_64", "manylinux2014_x86_64") for part in ("--platform", platform)]
NO_PACKAGE = {"python", "cpython", "to"}
UNREAD = re.compile(r"documentation|public sources", re.IGNORECASE)  # what a table took from elsewhere


@dataclass(frozen=True, order=True)
class Release:
    """A package in one version, as a table's `source` names it."""

    package: str
    version: Version

    @property
    def folder(self) -> str:
        """Its name in the cache."""
        return f"{self.package}-{self.version}"


@dataclass(frozen=True)
class Tree:
    """The unpacked sources of one release. The standard library is a tree, too, of the running version."""

    release: Release
    folder: Path


def named_releases(source: str, packages: Iterable[str]) -> set[Release]:
    """The releases that the text of a `source` names: `langchain-aws 0.2.35 and 1.9.1, -openai 0.1.66`; not what is there by documentation."""
    known: set[str] = {canonicalize_name(package) for package in packages}
    found: set[Release] = set()
    for part in read_parts(source):
        before = ""
        for name, versions in NAMED.findall(TWINS.sub(r"\1 \3, \2 \3", part)):
            if canonicalize_name(name) in NO_PACKAGE:
                continue
            full = whole_name(name, before, known)
            before = before if name.startswith("-") else full
            found |= {Release(full, Version(version)) for version in re.findall(RELEASE, versions)}
    return found


def read_parts(source: str) -> Iterator[str]:
    """The clauses of a source that are about code that was read; a clause ends at a semicolon or at the bracket after it."""
    for clause in re.split(r";|(?<=\))", source):
        if not UNREAD.search(clause):
            yield clause


def whole_name(name: str, before: str, known: set[str]) -> str:
    """`-openai` after `langchain-core` stands for the one of `langchain-core-openai` and `langchain-openai` that is known, else for the latter."""
    if not name.startswith("-"):
        return canonicalize_name(name)
    heads = [before.rsplit("-", cut)[0] for cut in range(before.count("-") + 1)]
    spelt = [canonicalize_name(head + name) for head in heads]
    return next((full for full in spelt if full in known), spelt[min(1, len(spelt) - 1)])


def standard_library() -> list[Tree]:
    """The standard library: mypy's stubs, which cover what is written in C, and the running interpreter's files."""
    release = Release("python", Version(sysconfig.get_python_version()))
    mypy = importlib.util.find_spec("mypy")
    stubs = [Path(mypy.origin).parent / "typeshed" / "stdlib"] if mypy and mypy.origin else []
    return [Tree(release, folder) for folder in (*stubs, Path(sysconfig.get_paths()["stdlib"])) if folder.is_dir()]


def obtain(release: Release, cache: Path) -> Tree | None:
    """The unpacked sources of a release, downloaded if the cache lacks them; None where no wheel can be had."""
    folder = cached(release, cache)
    if folder is None:
        wheel = download(release, cache / "wheels" / release.folder)
        folder = unpack(wheel, cache / release.folder) if wheel else None
    return Tree(release, folder) if folder else None


def cached(release: Release, cache: Path) -> Path | None:
    """The folder in the cache, whichever way its name spells the version."""
    for path in (cache / release.folder, *cache.glob(f"{release.package}-*")):
        package, _, version = path.name.rpartition("-")
        if path.is_dir() and canonicalize_name(package) == release.package and same_version(version, release.version):
            return path
    return None


def same_version(text: str, version: Version) -> bool:
    """Whether a text spells a version."""
    try:
        return Version(text) == version
    except InvalidVersion:
        return False


def download(release: Release, folder: Path) -> Path | None:
    """Wheels only, for this machine or another: building a source distribution would run its code."""
    folder.mkdir(parents=True, exist_ok=True)
    pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary=:all:", "--ignore-requires-python", "--dest", str(folder)]
    for other in ([], *(["--python-version", python, *PLATFORMS] for python in PYTHONS)):
        command = [*pip, *other, f"{release.package}=={release.version}"]
        if subprocess.run(command, capture_output=True, check=False).returncode == 0:  # noqa: S603 -- a name and a version
            return next(folder.glob("*.whl"), None)
    return None


def unpack(wheel: Path, folder: Path) -> Path:
    """The files of a wheel that are read: Python, stubs, service descriptions. The folder appears when it is whole."""
    partial = wheel.parent / "unpacked"
    partial.mkdir(exist_ok=True)
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(partial, [name for name in archive.namelist() if WANTED.search(name)])
    partial.rename(folder)
    shutil.rmtree(wheel.parent)
    return folder
