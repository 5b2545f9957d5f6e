"""What a reader of Python notes down: scopes, blocks, steps, calls and imports, in order."""

from __future__ import annotations

import ast
import typing
from typing import TYPE_CHECKING, TypedDict

from ailint.facts import Block, Call, Import, Parameter, Scope, Span, Step, Value

if TYPE_CHECKING:
    from typing import Unpack

Kind = typing.Literal["module", "class", "function", "lambda"]
Positioned = ast.expr | ast.stmt | ast.pattern | ast.excepthandler


class Head(TypedDict, total=False):
    """What a scope may have beside its kind, name, place and parameters."""

    decorators: tuple[Value, ...]
    bases: tuple[Value, ...]
    returns: Value | None
    doc: str | None
    is_async: bool


def span_of(node: Positioned) -> Span:
    """The span of any node that has a position."""
    return Span(node.lineno, node.col_offset, node.end_lineno or node.lineno, node.end_col_offset or 0)


class Recorder:
    """Facts as they come to light, and the scope and block that are read now."""

    def __init__(self) -> None:
        self.imports: list[Import] = []
        self.scopes: list[Scope] = []
        self.blocks: list[Block] = []
        self.calls: list[Call] = []
        self.steps: list[Step] = []
        self.scope = 0
        self.block = 0
        self.depth = 0
        self.symbol = ""
        self.generators: set[int] = set()
        self.words: set[str] = set()

    def step(self, kind: str, node: Positioned, target: Value | None = None, value: Value | None = None, annotation: Value | None = None) -> None:
        """Record a statement."""
        self.steps.append(Step(kind, self.scope, self.block, span_of(node), target, value, annotation))

    def open_block(self, block: Block) -> int:
        """Record a block; its index."""
        self.blocks.append(block)
        return len(self.blocks) - 1

    def open_scope(self, kind: Kind, name: str, span: Span, parameters: tuple[Parameter, ...] = (), **head: Unpack[Head]) -> tuple[int, int]:
        """A new scope and the block of its body, as indexes."""
        index = len(self.scopes)
        body = self.open_block(Block("body", self.block, index, span))
        self.scopes.append(Scope(kind, name, self.symbol, self.scope, self.block, body, span, parameters, **head))
        return index, body
