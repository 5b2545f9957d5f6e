"""The modules of the packages at hand, found by name and parsed when they are asked for."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from knowledge_code import Module

if TYPE_CHECKING:
    from collections.abc import Iterable

    from knowledge_sources import Tree


class Modules:
    """The modules of all trees, the newest release first."""

    def __init__(self, trees: Iterable[Tree]) -> None:
        self.trees = sorted(trees, key=lambda tree: tree.release, reverse=True)
        self._modules: dict[tuple[str, str], Module | None] = {}
        self._roots: dict[str, list[Tree]] = {}

    def trees_of(self, root: str) -> list[Tree]:
        """The trees that have a top package or module of that name."""
        if root not in self._roots:
            self._roots[root] = [tree for tree in self.trees if any((tree.folder / f"{root}{end}").exists() for end in ("", ".py", ".pyi"))]
        return self._roots[root]

    def module(self, name: str, tree: Tree) -> Module | None:
        """A module of one tree."""
        key = (name, str(tree.folder))
        if key not in self._modules:
            self._modules[key] = read_module(name, tree)
        return self._modules[key]

    def modules(self, name: str, near: Tree | None = None) -> list[Module]:
        """A module in every tree that has it; only in `near`, if that one does."""
        root = name.partition(".")[0]
        if near is not None and near in self.trees_of(root):
            own = self.module(name, near)
            if own is not None and (own.body or own.package):
                return [own]
        found = [self.module(name, tree) for tree in self.trees_of(root)]
        return [module for module in found if module is not None]


def read_module(name: str, tree: Tree) -> Module | None:
    """A module's file and stub, or a package's; None if the tree has neither."""
    base = tree.folder.joinpath(*name.split("."))
    is_package = base.is_dir()
    stems = [base / "__init__"] if is_package else [base]
    present = [path for stem in stems for end in (".py", ".pyi") if (path := stem.with_name(stem.name + end)).is_file()]
    if not present and not is_package:
        return None
    body = [statement for path in present for statement in parse_file(path.read_bytes())]
    return Module(name, tree, body, is_package, files=bool(present))


def parse_file(source: bytes) -> list[ast.stmt]:
    """The statements of a file; none where this Python cannot parse it."""
    try:
        return ast.parse(source).body
    except (SyntaxError, ValueError):
        return []
