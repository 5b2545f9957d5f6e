"""A git repository of a test's own, and commands run in it as a person would, with nobody's settings but its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

FIXTURES = Path(__file__).parent / "fixtures" / "repos"
IDENTITY = {
    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
    "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1",
}  # fmt: skip


class Done(NamedTuple):
    """What a command came to; `output` is both of its streams."""

    code: int
    output: str


class Repository:
    """A folder under git; commands find the tools of the environment that runs the tests."""

    def __init__(self, root: Path, home: Path) -> None:
        root.mkdir(parents=True, exist_ok=True)
        self.root = root
        foreign = ("GIT_", "AILINT_", "PRE_COMMIT", "GITHUB_", "PYTEST_", "COV_")
        self.environment = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        cache = os.environ["AILINT_CACHE_DIR"]
        self.environment |= {**IDENTITY, "PATH": path, "HOME": str(home), "PRE_COMMIT_HOME": str(home / "hooks"), "AILINT_CACHE_DIR": cache}
        self.git("init", "--quiet", "--initial-branch", "main")

    def run(self, *command: str) -> Done:
        """A command's exit code and what it said."""
        done = subprocess.run(  # noqa: S603 -- the tests' own commands
            command, cwd=self.root, env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
        )
        return Done(done.returncode, done.stdout)

    def git(self, *arguments: str) -> str:
        """What git says; it must not fail."""
        done = self.run("git", *arguments)
        assert done.code == 0, done.output
        return done.output.strip()

    def write(self, path: str, text: str) -> None:
        """One file, its folders made where they are missing."""
        (self.root / path).parent.mkdir(parents=True, exist_ok=True)
        (self.root / path).write_text(text, encoding="utf-8")

    def commit(self, message: str = "Change") -> Done:
        """Everything there is, committed, hooks included."""
        self.git("add", "--all")
        return self.run("git", "commit", "--quiet", "--message", message)
