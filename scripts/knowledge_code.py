"""Source code as things with names: modules, classes, functions, what they bind, read with `ast` and never imported."""

from __future__ import annotations

import ast
import sys
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from knowledge_sources import Tree

Def = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True, eq=False)
class Module:
    """A source file, or a folder of a namespace package."""

    name: str
    tree: Tree
    body: list[ast.stmt]
    package: bool
    files: bool = True

    @cached_property
    def shared(self) -> bool:
        """Whether other distributions may add to it: a namespace package."""
        return self.package and (not self.files or bool({"extend_path", "declare_namespace"} & set(attributes(self.body))))

    @cached_property
    def statements(self) -> list[ast.stmt]:
        """Its statements, those in branches included."""
        return list(flat(self.body))

    @cached_property
    def bindings(self) -> dict[str, list[ast.stmt]]:
        """Name → the statements that bind it, star imports under `*`."""
        return bound_names(self.statements)

    @cached_property
    def stars(self) -> list[ast.ImportFrom]:
        """Its star imports."""
        return [statement for statement in self.bindings.get("*", ()) if isinstance(statement, ast.ImportFrom)]

    @cached_property
    def texts(self) -> set[str]:
        """Every text constant: a lazy module spells its names."""
        return {node.value for part in self.body for node in ast.walk(part) if isinstance(node, ast.Constant) and isinstance(node.value, str)}

    @cached_property
    def dictionaries(self) -> list[ast.Dict]:
        """Every dictionary display: a lazy module's map of names."""
        return [node for part in self.body for node in ast.walk(part) if isinstance(node, ast.Dict)]

    @cached_property
    def set_inside(self) -> set[str]:
        """Names that its functions set: `global client`."""
        return {name for part in self.body for node in ast.walk(part) if isinstance(node, ast.Global) for name in node.names}

    @property
    def lazy(self) -> bool:
        """Whether names may come by `__getattr__`, a lazy loader or entries of `sys.modules`."""
        return "__getattr__" in self.bindings or any("lazy" in name.lower() for name in self.bindings) or "modules" in attributes(self.body)


@dataclass(frozen=True, eq=False)
class Class:
    """A class definition."""

    module: Module
    node: ast.ClassDef

    @cached_property
    def statements(self) -> list[ast.stmt]:
        """Its statements, those in branches included."""
        return list(flat(self.node.body))

    @cached_property
    def bindings(self) -> dict[str, list[ast.stmt]]:
        """Name → the statements of the body that bind it."""
        return bound_names(self.statements)

    @cached_property
    def assigned(self) -> dict[str, list[tuple[Def, ast.expr, bool]]]:
        """Instance attribute → the method that sets it, and the value or (True) the annotation."""
        found: dict[str, list[tuple[Def, ast.expr, bool]]] = {}
        for method in self.statements:
            if isinstance(method, Def):
                for node in ast.walk(method):
                    for name, expression, is_annotation in self_assignments(node):
                        found.setdefault(name, []).append((method, expression, is_annotation))
        return found


@dataclass(frozen=True, eq=False)
class Function:
    """A function or method definition."""

    module: Module
    node: Def
    owner: Class | None = None


@dataclass(frozen=True)
class Instance:
    """An object of a class."""

    of: Class


@dataclass(frozen=True)
class Opaque:
    """Something that exists, of which the source says no more."""


Thing = Module | Class | Function | Instance | Opaque
OPAQUE = Opaque()


@dataclass(slots=True)
class Signature:
    """What a callable takes: parameter → its annotations; `order` of the positional ones; `open` if it takes any name."""

    names: dict[str, list[tuple[ast.expr, Module, Class | None]]] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)
    open: bool = False
    variable: bool = False


def attributes(body: Sequence[ast.stmt]) -> Iterator[str]:
    """The names and attributes that statements use."""
    for statement in body:
        for node in ast.walk(statement):
            if isinstance(node, ast.Attribute):
                yield node.attr
            elif isinstance(node, ast.Name):
                yield node.id


def flat(body: Sequence[ast.stmt]) -> Iterator[ast.stmt]:
    """Statements and those inside `if`, `try`, `with`, loops."""
    for statement in body:
        yield statement
        if isinstance(statement, ast.If | ast.Try | ast.With | ast.For | ast.While):
            yield from flat(statement.body)
            yield from flat(getattr(statement, "orelse", []))
            yield from flat(getattr(statement, "finalbody", []))
            for handler in getattr(statement, "handlers", []):
                yield from flat(handler.body)


def bound_names(statements: Iterable[ast.stmt]) -> dict[str, list[ast.stmt]]:
    """Name → the statements that bind it."""
    found: dict[str, list[ast.stmt]] = {}
    for statement in statements:
        for name in names_of(statement):
            found.setdefault(name, []).append(statement)
    return found


def names_of(statement: ast.stmt) -> Iterator[str]:
    """The names that a statement binds."""
    match statement:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield name
        case ast.Import(names=aliases):
            yield from (alias.asname or alias.name.partition(".")[0] for alias in aliases)
        case ast.ImportFrom(names=aliases):
            yield from (alias.asname or alias.name for alias in aliases)
        case ast.Assign(targets=targets):
            for target in targets:
                parts = target.elts if isinstance(target, ast.Tuple | ast.List) else [target]
                yield from (part.id for part in parts if isinstance(part, ast.Name))
        case ast.AnnAssign(target=ast.Name(id=name)):
            yield name


def self_assignments(node: ast.AST) -> Iterator[tuple[str, ast.expr, bool]]:
    """Attributes that a node sets on `self`: name, value or annotation, which of the two."""
    match node:
        case ast.Assign(targets=targets, value=value):
            for target in targets:
                if isinstance(target, ast.Attribute) and isinstance(target.value, ast.Name) and target.value.id == "self":
                    yield target.attr, value, False
        case ast.AnnAssign(target=ast.Attribute(value=ast.Name(id="self"), attr=name), annotation=annotation, value=given):
            yield name, annotation, True
            if given is not None:
                yield name, given, False


def last_name(node: ast.expr) -> str:
    """The last part of a dotted name, also where it is called or subscripted."""
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case ast.Call(func=inner) | ast.Subscript(value=inner):
            return last_name(inner)
    return ""


def decorators(node: Def | ast.ClassDef) -> list[str]:
    """The names of its decorators."""
    return [last_name(decorator) for decorator in node.decorator_list]


def clear(things: Iterable[Thing]) -> list[Thing]:
    """Without what is opaque, unless there is nothing else; without repetition."""
    unique = list(dict.fromkeys(things))
    return [thing for thing in unique if thing is not OPAQUE] or unique[:1]


def classes(things: Iterable[Thing]) -> list[Thing]:
    """The classes of objects: an alias of a union names types."""
    return [thing.of if isinstance(thing, Instance) else thing for thing in things]


def absolute(statement: ast.ImportFrom, module: Module) -> str:
    """The full name of the module that a `from` imports from."""
    if not statement.level:
        return statement.module or ""
    parts = module.name.split(".")
    keep = len(parts) - statement.level + (1 if module.package else 0)
    return ".".join([*parts[: max(keep, 1)], *([statement.module] if statement.module else [])])


def split_origin(origin: str) -> list[str]:
    """`os.environ[].get` → os, environ, [], get."""
    return [part for piece in origin.replace("()", ".()").replace("[]", ".[]").split(".") if (part := piece)]


def lazy_targets(module: Module, name: str) -> Iterator[str]:
    """Where the maps of a lazy module say that a name is: `{"Name": "module"}`, `{"Name": ("module", …)}` or `{"module": ["Name", …]}`."""
    if name not in module.texts:
        return
    for display in module.dictionaries:
        for key, value in zip(display.keys, display.values, strict=True):
            if not (isinstance(key, ast.Constant) and isinstance(key.value, str)):
                continue
            inside = [node.value for node in ast.walk(value) if isinstance(node, ast.Constant) and isinstance(node.value, str)]
            if key.value == name:
                yield from inside
                if len(inside) > 1:  # ("package.chat", "Name")
                    yield f"{inside[0]}:{inside[1]}"
            elif name in inside:
                yield key.value


def is_standard(root: str) -> bool:
    """Whether a top name belongs to the standard library, which is partly written in C."""
    return root in sys.stdlib_module_names


def parse_annotation(text: str) -> ast.expr | None:
    """An annotation written as text."""
    try:
        return ast.parse(text, mode="eval").body
    except SyntaxError:
        return None
