"""Operators of Python: how facts write them, and arithmetic on numbers that are written out."""

from __future__ import annotations

import ast
import operator
from typing import TYPE_CHECKING

from ailint.facts import Literal, Operation, Unknown, Value

if TYPE_CHECKING:
    from collections.abc import Callable

OPERATORS = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.Div: "/", ast.FloorDiv: "//", ast.Mod: "%", ast.Pow: "**", ast.MatMult: "@",
    ast.BitOr: "|", ast.BitAnd: "&", ast.BitXor: "^", ast.LShift: "<<", ast.RShift: ">>",
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=",
    ast.In: "in", ast.NotIn: "not in", ast.Is: "is", ast.IsNot: "is not",
}  # fmt: skip
Number = int | float
FOLDED: dict[type[ast.operator], Callable[[Number, Number], Number]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.Div: operator.truediv,
}
LARGEST_INTEGER = 2**63 - 1
PIPED = "{}|"  # a dictionary before a `|`, among the words of a file


def operation(op: ast.operator, left: Value, right: Value) -> Value:
    """Arithmetic on two written numbers, done; else an operation."""
    fold, first, second = FOLDED.get(op.__class__), number(left), number(right)
    if fold is not None and first is not None and second is not None:
        try:
            result = fold(first, second)
        except (ArithmeticError, ValueError):
            return Unknown("arithmetic")
        return Literal(result) if abs(result) <= LARGEST_INTEGER else Unknown("large number")
    return Operation(OPERATORS[op.__class__], (left, right))


def number(value: Value) -> Number | None:
    """The number that is written there, None where it is anything else."""
    constant = value.value if isinstance(value, Literal) else None
    return constant if isinstance(constant, int | float) and not isinstance(constant, bool) else None
