"""Imports go one way; every module has its place."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

import ailint

LAYERS = (
    ("errors", "facts"),
    ("settings", "cache", "terminal", "styled", "comments", "multiline", "file_formats", "ignores", "shallow_yaml", "mistakes"),
    ("markdown_text", "plain_text", "json_text", "line_hash", "links"),
    ("config", "written", "discover", "read", "knowledge", "git"),
    ("snapshot",),
    ("project",),
    ("checks",),
    ("rule", "finding", "sources", "severities"),
    ("packs", "selection", "pages", "snippet", "anchors", "fingerprint"),
    ("judge", "inventory"),
    ("waivers", "suppress", "baseline", "baseline_file"),
    ("readiness",),
    ("summary",),
    ("fix",),
    ("view", "sarif", "statistics", "report", "formats"),
    ("readiness_report", "inventory_report"),
    ("reading",),
    ("comparison",),
    ("run",),
    ("init",),
    ("cases",),
    ("cli", "__main__"),
)
PLACE = {name: place for place, layer in enumerate(LAYERS) for name in layer}
SOURCE = Path(ailint.__file__).parent
MODULES = sorted(path.relative_to(SOURCE) for path in SOURCE.rglob("*.py") if path != SOURCE / "__init__.py" and "builtin_rules" not in path.parts)
ONLY_IN = {"click": "cli", "libcst": "fix", "tomlkit": "init", "tree_sitter": "read"}


def top(path: Path) -> str:
    """The layer's word for a module: its package or its own name."""
    return path.parts[0].removesuffix(".py")


def imported(path: Path) -> list[str]:
    """The modules that a file imports, wherever in it."""
    found = []
    for node in ast.walk(ast.parse((SOURCE / path).read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            found += [f"{node.module}.{alias.name}" for alias in node.names]
    return found


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_module_imports_only_from_below(path: Path) -> None:
    assert top(path) in PLACE, "give this module a place in LAYERS"
    ours = {name.split(".")[1] for name in imported(path) if name.startswith("ailint.") and name != "ailint.__version__"}
    assert {name: PLACE.get(name) for name in ours if PLACE.get(name, 99) > PLACE[top(path)]} == {}


@pytest.mark.parametrize("path", MODULES, ids=str)
def test_libraries_stay_in_their_package(path: Path) -> None:
    used = {name.split(".")[0] for name in imported(path)}
    assert {name for name in used if ONLY_IN.get(name, top(path)) != top(path)} == set()


def test_every_layer_exists() -> None:
    assert {name for name in PLACE if not (SOURCE / name).is_dir() and not (SOURCE / f"{name}.py").is_file()} == set()
