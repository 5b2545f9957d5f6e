"""Roles: what a file is for, told from its place, its name and its first lines."""

from __future__ import annotations

import re
from functools import cache, cached_property
from typing import TYPE_CHECKING

from pathspec import GitIgnoreSpec

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from ailint.config import Config

FOLDERS = {
    "vendored": "vendor vendors vendored _vendor third_party thirdparty third-party",
    "generated": "generated _generated __generated__ autogen",
    "example": "examples example cookbook cookbooks samples sample demo demos docs doc documentation tutorial tutorials quickstart quickstarts",
    "test": "tests test testing __tests__ e2e fixtures testdata test_data mocks __mocks__ integration_tests unit_tests",
    "eval": "evals eval evaluation evaluations benchmarks benchmark",
    "migration": "migrations alembic",
    "notebook": "notebooks notebook",
    "script": "scripts script bin hack",
}
ROLE_OF_FOLDER = {folder: role for role, folders in FOLDERS.items() for folder in folders.split()}
SAMPLE_WORD = re.compile(r"(?:^|[-_])(?:samples?|examples?|demos?|tutorials?|cookbooks?|quickstarts?|workshops?)(?:$|[-_])")
RANKS = ("vendored", "generated", "example", "test", "eval", "migration", "notebook", "script", "app")
JUDGING = frozenset({"test", "eval"})  # of these the nearest folder decides: `tests/evals`, `evals/tests`

NAMES = (
    ("generated", re.compile(r"_pb2(?:_grpc)?\.pyi?$|\.min\.[cm]?js$|[._]generated\.\w+$")),
    ("test", re.compile(r"^(?:test[-_].*|.*_test|conftest|tests)\.py$|\.(?:test|spec)\.[cm]?[jt]sx?$")),
    ("eval", re.compile(r"^(?:run_)?(?:evals?|evaluate|evaluation|benchmarks?)(?:_.*)?\.py$|_(?:evals?|evaluation|benchmarks?)\.py$")),
    ("example", re.compile(r"^(?:example(?:_.*)?|.*_example|quickstart)\.py$")),
    ("notebook", re.compile(r"\.ipynb$")),
    ("script", re.compile(r"^(?:setup|noxfile|fabfile|dodo)\.py$|\.(?:sh|bash|zsh|ps1|bat)$")),
)
TOOLS = "tools"  # scripts at the top of a project, tools of an agent inside a package

COMMENT = re.compile(r"""^\s*(?:#|//|/\*|\*|--|;|\"{3}|'{3})""")
GENERATED = re.compile(
    r"@generated\b|\bdo not edit\b|\b(?:auto-?|automatically )generated\b"
    r"|^\W*(?:this (?:file|code|module) (?:is|was|has been) )?generated (?:by|from|with)\b",
    re.IGNORECASE,
)
HEAD_LINES = 10
LANGUAGES = ((".py",), (".ts", ".tsx", ".js", ".jsx", ".mjs", ".cjs"))
SOURCES = tuple(ending for endings in LANGUAGES for ending in endings)


def role_of(path: str, config: Config, head: bytes | None) -> str:
    """The role of one file by itself; `head` are its first bytes, where they are at hand."""
    return _configured(path, _globs(config)) or _by_head(by_path(path), head)


class Roles:
    """The roles of a project's files. Each is judged by its path below its sub-project, and examples are the app where there is no other."""

    def __init__(self, folders: Mapping[str, str], config: Config, head: Callable[[str], bytes] | None = None) -> None:
        """`folders`: path → its sub-project's folder; `head`: gives a file's first bytes."""
        self._folders = folders
        self._globs = _globs(config)
        self._head = head
        self._packages = frozenset(path.rpartition("/")[0] for path in folders if path.endswith("/__init__.py"))
        self._roles: dict[str, str] = {}

    def of(self, path: str) -> str:
        """What a file is for."""
        if path not in self._roles:
            self._roles[path] = _configured(path, self._globs) or self._by_place(path)
        return self._roles[path]

    def _by_place(self, path: str) -> str:
        role = self._placed(path, frozenset({"example"}) if path.endswith(self._promoted) else frozenset())
        return _by_head(role, self._first(path)) if role in {"app", "script"} and path.endswith(SOURCES) else role

    def _first(self, path: str) -> bytes:
        try:
            return self._head(path) if self._head else b""
        except OSError:
            return b""

    def _placed(self, path: str, as_app: frozenset[str]) -> str:
        folder = self._folders.get(path, "")
        below = path[len(folder) + 1 :] if folder else path
        top = below.partition("/")[0]
        is_package = (f"{folder}/{top}" if folder else top) in self._packages
        return by_path(below, as_app=as_app, is_package=is_package)

    @cached_property
    def _promoted(self) -> tuple[str, ...]:
        """Endings of the languages in which the repository has examples only: there they are the app."""
        alone = (endings for endings in LANGUAGES if not any(path.endswith(endings) and self._is_app(path) for path in self._folders))
        return tuple(ending for endings in alone for ending in endings)

    def _is_app(self, path: str) -> bool:
        return self._placed(path, frozenset()) == "app"


def by_path(path: str, *, as_app: Collection[str] = (), is_package: bool = False) -> str:
    """The role that folders and name give. Folders of the roles `as_app` say nothing; `is_package`: Python imports the first folder."""
    *folders, name = path.split("/")
    places = [role for role in map(_folder_role, folders) if role and role not in as_app]
    if folders[:1] == [TOOLS] and not is_package:
        places.append("script")
    named = next((role for role, pattern in NAMES if role not in as_app and pattern.search(name)), "app")
    found = {*places, named} - JUDGING
    judging = [role for role in places if role in JUDGING]
    if named == "eval" or (named == "test" and not judging):
        found.add(named)
    elif judging:
        found.add(judging[-1])
    return min(found, key=RANKS.index)


@cache
def _folder_role(folder: str) -> str:
    name = folder.lower()
    return ROLE_OF_FOLDER.get(name) or ("example" if SAMPLE_WORD.search(name) or "{{" in name else "")


def _by_head(role: str, head: bytes | None) -> str:
    """`generated` where the first comments say so."""
    if not head:
        return role
    lines = head.decode(errors="replace").splitlines()[:HEAD_LINES]
    return "generated" if any(COMMENT.match(line) and GENERATED.search(COMMENT.sub("", line)) for line in lines) else role


def _globs(config: Config) -> dict[str, GitIgnoreSpec]:
    return {role: GitIgnoreSpec.from_lines(globs) for role, globs in config.paths.by_role().items()}


def _configured(path: str, globs: Mapping[str, GitIgnoreSpec]) -> str:
    return next((role for role, spec in globs.items() if spec.match_file(path)), "")
