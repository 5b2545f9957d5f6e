"""Git: the objects of a repository that nobody trusts, read without anything that it configures being run."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from ailint.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import IO, NoReturn

OPTION = "--diff-base"
# where the repository's own configuration is in force: names of commits are looked up there, and nothing else
TAMED = (
    "-c", "safe.directory=*", "-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}", "-c", "core.sshCommand=false",
    "-c", "protocol.allow=never", "-c", "core.alternateRefsCommand=false", "-c", "core.askPass=false", "-c", "credential.helper=",
)  # fmt: skip
ENVIRONMENT = {
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_OPTIONAL_LOCKS": "0",
    "LC_ALL": "C",
}
SHALLOW = "this is a shallow clone: fetch its history first (`fetch-depth: 0` of actions/checkout, `GIT_DEPTH: 0` of GitLab, `git fetch --unshallow`)"
PARTIAL = "this is a partial clone: fetch what is missing first (no `filter` of actions/checkout, or `git fetch --refetch --no-filter`)"
BLOB = "blob"
SUBMODULE = "commit"
DIGITS_OF_SHA256 = 64
CONFIGURATION = "[core]\n\trepositoryformatversion = {version}\n\tbare = true\n{extensions}"


class TreeEntry(NamedTuple):
    """A file of a commit (`mode` as git writes it), or a submodule, whose `size` is 0."""

    path: str
    mode: str
    type: str
    sha: str
    size: int


class Repository(NamedTuple):
    """A repository's objects, behind a git directory of our own whose configuration is ours."""

    root: Path
    program: str
    folder: Path
    objects: Path
    shallow: bool

    def commit(self, ref: str) -> str:
        """The commit that a name stands for; UserError where it stands for none."""
        if not ref or ref.startswith("-") or "\0" in ref:
            refuse(f"`{ref}` is no name of a commit")
        found = _in_repository(self.program, self.root, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{ref}^{{commit}}")
        if found.returncode:
            refuse(f"there is no commit `{ref}` in this repository{f'; {SHALLOW}' if self.shallow else ''}")
        return found.stdout.decode().strip()

    def merge_base(self, one: str, other: str, ref: str) -> str:
        """The commit where two lines of history parted; UserError where they have nothing in common."""
        found = self.run("merge-base", one, other)
        if found.returncode:
            refuse(f"`{ref}` and HEAD have no common history{f' that is here; {SHALLOW}' if self.shallow else ''}")
        return found.stdout.decode().split()[0]

    def files(self, commit: str) -> list[TreeEntry]:
        """The files and submodules of a commit, sorted by path; names that are no Unicode text are left out."""
        found = self.run("ls-tree", "-r", "-l", "-z", "--full-tree", commit)
        if found.returncode:
            refuse(f"the files of {commit} cannot be listed: {_said(found)}")
        return sorted(_entries(found.stdout))

    def renames(self, old: str, new: str) -> dict[str, str]:
        """Old path → new path of the files that were renamed, by what is in them; none where that cannot be told."""
        found = self.run("diff-tree", "-r", "-z", "-M", "--diff-filter=R", "--no-ext-diff", "--no-textconv", "--no-commit-id", "--raw", old, new)
        if found.returncode:
            return {}
        parts = found.stdout.decode(errors="replace").split("\0")
        return {before: after for _, before, after in zip(parts[::3], parts[1::3], parts[2::3], strict=False)}

    def blobs(self, shas: Iterable[str]) -> Iterator[bytes | None]:
        """The contents of blobs, in their order, None for one that is not there."""
        wanted = self.folder / "wanted"
        wanted.write_text("".join(f"{sha}\n" for sha in shas), encoding="ascii")
        with wanted.open("rb") as names, self._batch(names) as process:
            yield from _contents(process.stdout)

    def _batch(self, names: IO[bytes]) -> subprocess.Popen[bytes]:
        command = [self.program, "cat-file", "--batch", "--buffer"]
        return subprocess.Popen(command, stdin=names, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, env=self._environment)  # noqa: S603 -- git

    def run(self, *arguments: str) -> subprocess.CompletedProcess[bytes]:
        """Run git on the objects alone."""
        return subprocess.run([self.program, *arguments], check=False, capture_output=True, env=self._environment, cwd=self.folder)  # noqa: S603 -- as above

    @property
    def _environment(self) -> dict[str, str]:
        return {**_environment(), "GIT_DIR": str(self.folder), "GIT_OBJECT_DIRECTORY": str(self.objects)}


def open_repository(root: Path, folder: Path) -> Repository:
    """The repository whose top folder is `root`, for which our own git directory is made in `folder`; UserError where there is none."""
    program = _program(root)
    asked = ("--git-path", "objects", "--git-path", "shallow", "--is-shallow-repository", "--show-object-format")
    found = _in_repository(program, root, "rev-parse", "--path-format=absolute", *asked)
    if found.returncode:
        said = _said(found)
        refuse(f"there is no git repository at {root}" if "not a git repository" in said else said)
    objects, shallow, is_shallow, form = found.stdout.decode(errors="surrogateescape").splitlines()
    _make(folder, form, Path(shallow))
    return Repository(root, program, folder, Path(objects), is_shallow == "true")


def refuse(words: str) -> NoReturn:
    """Stop a comparison."""
    message = f"{OPTION}: {words}"
    raise UserError(message)


def _program(root: Path) -> str:
    found = shutil.which("git")
    if found is None or Path(found).resolve().is_relative_to(root.resolve()):
        refuse("git is not installed, or not in PATH")
    return str(Path(found).absolute())


def _environment() -> dict[str, str]:
    """The environment without what steers git elsewhere, as it does in a hook."""
    return {**{name: value for name, value in os.environ.items() if not name.startswith("GIT_")}, **ENVIRONMENT}


def _in_repository(program: str, root: Path, *arguments: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**_environment(), "GIT_CEILING_DIRECTORIES": str(root.resolve().parent)}
    return subprocess.run([program, "--no-pager", *TAMED, "-C", str(root), *arguments], check=False, capture_output=True, env=environment)  # noqa: S603 -- git


def _make(folder: Path, form: str, shallow: Path) -> None:
    """A git directory with no configuration but what its objects need."""
    (folder / "refs").mkdir(parents=True)
    (folder / "HEAD").write_text("ref: refs/heads/none\n", encoding="ascii")
    extensions = "" if form == "sha1" else f"[extensions]\n\tobjectFormat = {form}\n"
    (folder / "config").write_text(CONFIGURATION.format(version=1 if extensions else 0, extensions=extensions), encoding="ascii")
    if shallow.is_file():
        (folder / "shallow").write_bytes(shallow.read_bytes())


def _entries(listed: bytes) -> Iterator[TreeEntry]:
    for line in listed.split(b"\0")[:-1]:
        about, _, name = line.partition(b"\t")
        mode, kind, sha, size = about.decode().split()
        try:
            path = name.decode()
        except UnicodeDecodeError:
            continue
        yield TreeEntry(path, mode, kind, sha, int(size) if size.isdigit() else 0)


def _contents(stream: IO[bytes] | None) -> Iterator[bytes | None]:
    while stream and (head := stream.readline()):
        words = head.split()
        there = words[1] == BLOB.encode()
        yield stream.read(int(words[2])) if there else None
        stream.read(1 if there else 0)


def _said(found: subprocess.CompletedProcess[bytes]) -> str:
    lines: Sequence[str] = found.stderr.decode(errors="replace").splitlines()
    return (lines or ["git failed"])[0].removeprefix("fatal: ")
