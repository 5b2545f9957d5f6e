"""Python source as facts: one pass over `ast`, the tree dropped."""

from __future__ import annotations

import ast
import sys
import warnings
from typing import TYPE_CHECKING, Any

import msgspec

from ailint.facts import Block, Collection, Diagnostic, FileFacts, Import, Literal, PythonFacts, Ref, Span, Unknown, Value
from ailint.read.expressions import Expressions, encodable
from ailint.read.mentions import mentioned
from ailint.read.recorder import Head, Kind, Positioned, span_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Unpack

    from ailint.facts import Parameter

DEPTH = 4000
LONGEST_DOC = 80
Definition = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef


def read_python(path: str, data: bytes) -> FileFacts:
    """Facts of one module; a file that Python cannot parse has none and says why."""
    try:
        facts = python_facts(data)
    except SyntaxError as error:
        line = error.lineno or 0
        return failed(path, line, "parse-error", f"cannot be parsed: {error.msg}")
    except (ValueError, LookupError) as error:
        return failed(path, 0, "parse-error", f"cannot be parsed: {error}")
    except (RecursionError, MemoryError):
        return failed(path, 0, "too-deep", "nested too deeply to be read")
    return FileFacts(path, "python", python=facts)


def failed(path: str, line: int, code: str, message: str) -> FileFacts:
    """A file without facts, and why."""
    return FileFacts(path, "python", diagnostics=(Diagnostic(path, line, code, message),))


def python_facts(data: bytes | str, cells: tuple[int, ...] = ()) -> PythonFacts:
    """Facts of Python source; SyntaxError, ValueError, RecursionError or MemoryError where `ast` gives up."""
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(max(limit, DEPTH))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            tree = ast.parse(data)
        return Statements(mentioned(data if isinstance(data, bytes) else data.encode(errors="replace"))).module(tree, cells)
    finally:
        sys.setrecursionlimit(limit)


class Statements(Expressions):
    """Reads statements into scopes, blocks and steps."""

    def module(self, tree: ast.Module, cells: tuple[int, ...]) -> PythonFacts:
        """The facts of a whole module."""
        self.block = -1
        self.scope = -1
        self.scope, self.block = self.open_scope("module", "", Span(1, 0, 1, 0), doc=docstring(tree.body))
        self.body(tree.body)
        scopes = tuple(
            msgspec.structs.replace(scope, is_generator=True) if index in self.generators else scope for index, scope in enumerate(self.scopes)
        )
        return PythonFacts(
            tuple(self.imports), scopes, tuple(self.blocks), tuple(self.calls), tuple(self.steps), self.exports(), cells, frozenset(self.words),
        )  # fmt: skip

    def exports(self) -> tuple[str, ...] | None:
        """What `__all__` lists, where it is written out."""
        for step in self.steps:
            if step.scope == 0 and step.kind == "bind" and isinstance(step.target, Ref) and step.target.name == "__all__":
                items = step.value.items if isinstance(step.value, Collection) else ()
                return tuple(str(item.value) for item in items if isinstance(item, Literal))
        return None

    def body(self, nodes: list[ast.stmt]) -> None:
        """Statements, one after another."""
        for node in nodes:
            STATEMENTS[node.__class__](self, node)

    def within(self, block: Block, nodes: list[ast.stmt]) -> int:
        """Read statements inside a new block; its index."""
        outer = self.block
        index = self.block = self.open_block(block)
        self.body(nodes)
        self.block = outer
        return index

    def inner(self, kind: str, node: Positioned, value: Value | None = None, target: Value | None = None, owner: int = -1) -> Block:
        """A block inside the present one."""
        return Block(kind, self.block, self.scope, span_of(node), value, target, owner)

    # definitions

    def function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        """A function."""
        decorators = self.values(node.decorator_list)
        parameters = self.parameters(node.args)
        returns = self.optional(node.returns)
        is_async = isinstance(node, ast.AsyncFunctionDef)
        self.definition("function", node, parameters, decorators=decorators, returns=returns, is_async=is_async, doc=docstring(node.body))

    def class_(self, node: ast.ClassDef) -> None:
        """A class."""
        decorators = self.values(node.decorator_list)
        bases = self.values(node.bases)
        for keyword in node.keywords:
            self.value(keyword.value)
        self.definition("class", node, (), decorators=decorators, bases=bases, doc=docstring(node.body))

    def definition(self, kind: Kind, node: Definition, parameters: tuple[Parameter, ...], **head: Unpack[Head]) -> None:
        """The scope of a function or class, with its statements."""
        saved = self.scope, self.block, self.symbol
        self.symbol = f"{self.symbol}.{node.name}" if self.symbol else node.name
        self.scope, self.block = self.open_scope(kind, node.name, span_of(node), parameters, **head)
        self.body(node.body)
        self.scope, self.block, self.symbol = saved

    # assignments

    def assign(self, node: ast.Assign) -> None:
        """`a = b = value`: a step a target."""
        value = self.value(node.value)
        for target in node.targets:
            self.step("bind", node, self.value(target), value)

    def annotated(self, node: ast.AnnAssign) -> None:
        """`target: annotation = value`."""
        annotation = self.value(node.annotation)
        value = self.optional(node.value)
        kind = "declare" if value is None else "bind"
        self.step(kind, node, self.value(node.target), value, annotation)

    def augment(self, node: ast.AugAssign) -> None:
        """`target += value`."""
        value = self.value(node.value)
        self.step("augment", node, self.value(node.target), value)

    def delete(self, node: ast.Delete) -> None:
        """`del a, b`."""
        self.step("delete", node, Collection(self.values(node.targets), "tuple"))

    # control

    def if_(self, node: ast.If) -> None:
        """A condition; `elif` is an `if` in the `else`. What can never run is not read."""
        test = self.value(node.test)
        owner = self.within(self.inner("if", node, test), [] if is_never(node.test) else node.body)
        if node.orelse:
            self.within(self.inner("else", node.orelse[0], test, owner=owner), node.orelse)

    def for_(self, node: ast.For | ast.AsyncFor) -> None:
        """A loop over something, and its `else`."""
        is_async = isinstance(node, ast.AsyncFor)
        source = self.awaited(node.iter) if is_async else self.value(node.iter)
        target = self.value(node.target)
        outer = self.block
        owner = self.block = self.open_block(Block("for", outer, self.scope, span_of(node), source, target, is_async=is_async))
        self.step("iterate", node, target, source)
        self.body(node.body)
        self.block = outer
        if node.orelse:
            self.within(self.inner("else", node.orelse[0], owner=owner), node.orelse)

    def while_(self, node: ast.While) -> None:
        """A loop on a condition, and its `else`."""
        test = self.value(node.test)
        owner = self.within(self.inner("while", node, test), node.body)
        if node.orelse:
            self.within(self.inner("else", node.orelse[0], owner=owner), node.orelse)

    def try_(self, node: ast.Try | ast.TryStar) -> None:
        """A `try`: its body, handlers, `else` and `finally`, each a block."""
        owner = self.within(self.inner("try", node), node.body)
        for handler in node.handlers:
            types = self.optional(handler.type)
            name = Ref(handler.name, handler.lineno) if handler.name else None
            self.within(self.inner("handler", handler, types, name, owner), handler.body)
        if node.orelse:
            self.within(self.inner("try-else", node.orelse[0], owner=owner), node.orelse)
        if node.finalbody:
            self.within(self.inner("finally", node.finalbody[0], owner=owner), node.finalbody)

    def with_(self, node: ast.With | ast.AsyncWith) -> None:
        """Context managers, each a block inside the one before."""
        outer = self.block
        is_async = isinstance(node, ast.AsyncWith)
        for item in node.items:
            value = self.awaited(item.context_expr) if is_async else self.value(item.context_expr)
            target = self.optional(item.optional_vars)
            self.block = self.open_block(Block("with", self.block, self.scope, span_of(node), value, target, is_async=is_async))
            self.step("enter", node, target, value)
        self.body(node.body)
        self.block = outer

    def match(self, node: ast.Match) -> None:
        """Cases, each a block; what they capture is bound to the subject."""
        subject = self.value(node.subject)
        for case in node.cases:
            outer = self.block
            self.block = self.open_block(self.inner("case", case.pattern, subject, self.pattern(case.pattern)))
            for name in captured(case.pattern):
                self.step("bind", case.pattern, Ref(name, case.pattern.lineno), subject)
            self.optional(case.guard)
            self.body(case.body)
            self.block = outer

    def pattern(self, node: ast.pattern) -> Value:
        """The values that a case names, so that a closed choice can be seen."""
        if isinstance(node, ast.MatchValue):
            return self.value(node.value)
        if isinstance(node, ast.MatchOr):
            return Collection(tuple([self.pattern(part) for part in node.patterns]), "tuple")
        return Unknown("pattern")

    # leaving

    def return_(self, node: ast.Return) -> None:
        """`return value`."""
        self.step("return", node, value=self.optional(node.value))

    def raise_(self, node: ast.Raise) -> None:
        """`raise error from cause`."""
        value = self.optional(node.exc)
        self.optional(node.cause)
        self.step("raise", node, value=value)

    def assert_(self, node: ast.Assert) -> None:
        """`assert test, message`."""
        test = self.value(node.test)
        self.optional(node.msg)
        self.step("assert", node, value=test)

    def expression(self, node: ast.Expr) -> None:
        """An expression as a statement; bare constants, docstrings among them, say nothing."""
        if isinstance(node.value, ast.Constant):
            return
        value = self.value(node.value)
        if not isinstance(node.value, ast.Yield | ast.YieldFrom):
            self.step("expression", node, value=value)

    def simple(self, node: ast.stmt) -> None:
        """A statement of one word."""
        self.step(node.__class__.__name__.lower(), node)

    def global_(self, node: ast.Global | ast.Nonlocal) -> None:
        """`global` and `nonlocal`."""
        names: tuple[Value, ...] = tuple(Ref(name, node.lineno) for name in node.names)
        self.step("global", node, Collection(names, "tuple"))

    # modules

    def import_(self, node: ast.Import) -> None:
        """`import a.b as c`."""
        for alias in node.names:
            self.imports.append(Import(alias.name, None, alias.asname or alias.name, 0, self.scope, self.block, node.lineno))

    def import_from(self, node: ast.ImportFrom) -> None:
        """`from m import a as b`."""
        for alias in node.names:
            bound = alias.asname or alias.name
            self.imports.append(Import(node.module or "", alias.name, bound, node.level, self.scope, self.block, node.lineno))

    def ignored(self, _: ast.stmt) -> None:
        """A statement without a fact: a `type` alias."""


def docstring(nodes: list[ast.stmt]) -> str | None:
    """The first words of a docstring: enough to say that there is one."""
    first = nodes[0] if nodes else None
    if isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and isinstance(first.value.value, str):
        return encodable(first.value.value.strip()[:LONGEST_DOC])
    return None


def is_never(test: ast.expr) -> bool:
    """Whether a condition is written so that it never holds: `False`, `debug and False`."""
    if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And):
        return any(is_never(part) for part in test.values)
    return isinstance(test, ast.Constant) and not test.value


def captured(pattern: ast.pattern) -> list[str]:
    """Names that a pattern binds."""
    return [node.name for node in ast.walk(pattern) if isinstance(node, ast.MatchAs | ast.MatchStar) and node.name]


STATEMENTS: dict[type, Callable[[Any, Any], None]] = {
    ast.FunctionDef: Statements.function,
    ast.AsyncFunctionDef: Statements.function,
    ast.ClassDef: Statements.class_,
    ast.Assign: Statements.assign,
    ast.AnnAssign: Statements.annotated,
    ast.AugAssign: Statements.augment,
    ast.Delete: Statements.delete,
    ast.If: Statements.if_,
    ast.For: Statements.for_,
    ast.AsyncFor: Statements.for_,
    ast.While: Statements.while_,
    ast.Try: Statements.try_,
    ast.TryStar: Statements.try_,
    ast.With: Statements.with_,
    ast.AsyncWith: Statements.with_,
    ast.Match: Statements.match,
    ast.Return: Statements.return_,
    ast.Raise: Statements.raise_,
    ast.Assert: Statements.assert_,
    ast.Expr: Statements.expression,
    ast.Pass: Statements.simple,
    ast.Break: Statements.simple,
    ast.Continue: Statements.simple,
    ast.Global: Statements.global_,
    ast.Nonlocal: Statements.global_,
    ast.Import: Statements.import_,
    ast.ImportFrom: Statements.import_from,
}
if sys.version_info >= (3, 12):
    STATEMENTS[ast.TypeAlias] = Statements.ignored
