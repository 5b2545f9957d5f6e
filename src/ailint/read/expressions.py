"""Python expressions as values: the half of the Python reader that looks inside a statement."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

from ailint.facts import (
    Attribute,
    Block,
    Call,
    CallResult,
    Choice,
    Collection,
    Comprehension,
    FunctionValue,
    Item,
    Literal,
    Mapping,
    Operation,
    Parameter,
    Ref,
    Spread,
    Template,
    Unknown,
    Value,
)
from ailint.read.operators import LARGEST_INTEGER, OPERATORS, PIPED, number, operation
from ailint.read.recorder import Recorder, span_of

if TYPE_CHECKING:
    from collections.abc import Callable

DEEPEST = 300
LONGEST_WORD = 200


def text_like(value: Value) -> bool:
    """Whether the value is certainly text."""
    return isinstance(value, Template) or (isinstance(value, Literal) and isinstance(value.value, str))


def encodable(text: str) -> str:
    """The text with `?` for halves of surrogate pairs, which source may write as escapes and no file can hold."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode("utf-8")


def last_name(node: ast.expr) -> str:
    """The attribute that is taken last of what a call calls, or its name."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


class Expressions(Recorder):
    """Reads expressions into values, and records the calls, lambdas and comprehensions in them."""

    def value(self, node: ast.expr) -> Value:
        """What the expression stands for; RecursionError where it is nested so deeply that nobody could encode or compare it."""
        leaf = LEAVES.get(node.__class__)
        if leaf:
            return leaf(self, node)
        self.depth += 1
        if self.depth > DEEPEST:
            raise RecursionError
        read = READERS.get(node.__class__)
        found = read(self, node) if read else Unknown(node.__class__.__name__)
        self.depth -= 1
        return found

    def optional(self, node: ast.expr | None) -> Value | None:
        """The value of an expression that may be left out."""
        return None if node is None else self.value(node)

    def values(self, nodes: list[ast.expr]) -> tuple[Value, ...]:
        """The values of several expressions, in order."""
        return tuple([self.value(node) for node in nodes]) if nodes else ()

    # names and constants

    def constant(self, node: ast.Constant) -> Value:
        """A constant; numbers too large to be encoded, and bytes, are unknown."""
        value = node.value
        if value.__class__ is str:
            text = encodable(value)
            if len(text) <= LONGEST_WORD and " " not in text:
                self.words.add(text)
            return Literal(text, span_of(node))
        if isinstance(value, int):
            return Literal(value) if -LARGEST_INTEGER <= value <= LARGEST_INTEGER else Unknown("large number")
        if value is None or isinstance(value, float):
            return Literal(value)
        return Unknown(type(value).__name__)

    def name(self, node: ast.Name) -> Value:
        """A name."""
        self.words.add(node.id)
        return Ref(node.id, node.lineno)

    def attribute(self, node: ast.Attribute) -> Value:
        """`a.b` as one dotted name where it is one."""
        names = [node.attr]
        base = node.value
        while type(base) is ast.Attribute:
            names.append(base.attr)
            base = base.value
        if type(base) is not ast.Name:
            self.words.update(names)
            return Attribute(self.value(node.value), node.attr)
        names.append(base.id)
        self.words.update(names)
        names.reverse()
        return Ref(".".join(names), node.lineno)

    def subscript(self, node: ast.Subscript) -> Value:
        """`base[key]`."""
        base = self.value(node.value)
        return Item(base, self.value(node.slice))

    def slice(self, node: ast.Slice) -> Value:
        """`a:b`, read for the calls in it only, and for whether it leaves out the end."""
        upper = self.optional(node.upper)
        for part in (node.lower, node.step):
            self.optional(part)
        from_end = isinstance(upper, Literal | Operation) and str(getattr(upper, "value", "-")).startswith("-")
        return Unknown("slice" if upper is None or from_end else "leading part")

    # calls

    def call(self, node: ast.Call, *, awaited: bool = False) -> Value:
        """A call, recorded; text where it only puts text together."""
        outer, self.depth = self.depth, 0  # a call's parts do not nest in what it stands for
        func = self.value(node.func)
        args = self.values(node.args)
        keywords = []
        spreads = []
        for keyword in node.keywords:
            value = self.value(keyword.value)
            if keyword.arg is None:
                spreads.append(value)
            else:
                self.words.add(keyword.arg)
                keywords.append((keyword.arg, value))
        self.depth = outer
        text = self.composed(node, func, args, keywords)
        if text is not None:
            return text
        self.calls.append(
            Call(func, args, tuple(keywords), tuple(spreads), span_of(node), self.scope, self.block, len(self.steps), awaited, last_name(node.func)),
        )
        return CallResult(len(self.calls) - 1)

    def composed(self, node: ast.Call, func: Value, args: tuple[Value, ...], keywords: list[tuple[str, Value]]) -> Value | None:
        """`"…".format(…)` and `"…".join([…])`, as the text they make."""
        if not (isinstance(func, Attribute) and text_like(func.base)):
            return None
        if func.name == "format":
            return Template((func.base, *args, *(value for _, value in keywords)), span_of(node))
        if func.name == "join" and len(args) == 1:
            joined = args[0]
            items = joined.items if isinstance(joined, Collection) else (joined,)
            parts = [part for item in items for part in (func.base, item)][1:]
            return Template(tuple(parts), span_of(node))
        return None

    def awaiting(self, node: ast.Await) -> Value:
        """`await x`."""
        return self.awaited(node.value)

    def awaited(self, node: ast.expr) -> Value:
        """An expression, noted as awaited where it is a call."""
        return self.call(node, awaited=True) if isinstance(node, ast.Call) else self.value(node)

    # text and operators

    def joined(self, node: ast.JoinedStr) -> Value:
        """An f-string."""
        return Template(self.values(node.values), span_of(node))

    def formatted(self, node: ast.FormattedValue) -> Value:
        """What stands in the braces of an f-string."""
        return self.value(node.value)

    def binary(self, node: ast.BinOp) -> Value:
        """An operator between two values: text, a folded number, or an operation."""
        if isinstance(node.op, ast.Add):
            return self.added(node)
        left, right = self.value(node.left), self.value(node.right)
        if isinstance(node.op, ast.Mod) and text_like(left):
            return Template((left, *(right.items if isinstance(right, Collection) else (right,))), span_of(node))
        if isinstance(node.op, ast.BitOr) and isinstance(left, Mapping):
            self.words.add(PIPED)
        return operation(node.op, left, right)

    def added(self, node: ast.BinOp) -> Value:
        """A chain of `+`, flat: source nests it to the left, sometimes a thousand deep."""
        operands: list[ast.expr] = []
        chain: ast.expr = node
        while isinstance(chain, ast.BinOp) and isinstance(chain.op, ast.Add):
            operands.append(chain.right)
            chain = chain.left
        values = [self.value(operand) for operand in (chain, *reversed(operands))]
        if any(text_like(value) for value in values):
            parts = [part for value in values for part in (value.parts if isinstance(value, Template) else (value,))]
            return Template(tuple(parts), span_of(node))
        if len(values) == 2:  # noqa: PLR2004 -- a sum of two
            return operation(node.op, values[0], values[1])
        return Operation("+", tuple(values))

    def unary(self, node: ast.UnaryOp) -> Value:
        """`-1` is a number, `not a` an operation."""
        operand = self.value(node.operand)
        constant = number(operand)
        if isinstance(node.op, ast.USub) and constant is not None:
            return Literal(-constant)
        return Operation("not" if isinstance(node.op, ast.Not) else "unary", (operand,))

    def boolean(self, node: ast.BoolOp) -> Value:
        """`a or b` is one of them, `a and b` an operation."""
        values = self.values(node.values)
        return Choice(values) if isinstance(node.op, ast.Or) else Operation("and", values)

    def compare(self, node: ast.Compare) -> Value:
        """A comparison, as an operation of its first operator."""
        return Operation(OPERATORS[node.ops[0].__class__], (self.value(node.left), *self.values(node.comparators)))

    def conditional(self, node: ast.IfExp) -> Value:
        """`a if test else b`."""
        test = self.value(node.test)
        return Choice((self.value(node.body), self.value(node.orelse)), test)

    def walrus(self, node: ast.NamedExpr) -> Value:
        """`(name := value)`: an assignment, and the value."""
        value = self.value(node.value)
        self.step("bind", node, self.value(node.target), value)
        return value

    # containers

    def sequence(self, node: ast.List | ast.Tuple | ast.Set) -> Value:
        """A list, tuple or set display."""
        return Collection(self.values(node.elts), node.__class__.__name__.lower())

    def starred(self, node: ast.Starred) -> Value:
        """`*value`."""
        return Spread(self.value(node.value))

    def mapping(self, node: ast.Dict) -> Value:
        """A dictionary display."""
        entries = tuple([(self.optional(key), self.value(value)) for key, value in zip(node.keys, node.values, strict=True)])
        return Mapping(entries, span_of(node))

    def comprehension(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> Value:
        """A comprehension; each `for` in it opens a block."""
        outer = self.block
        source: Value = Unknown()
        for index, generator in enumerate(node.generators):
            items = self.awaited(generator.iter) if generator.is_async else self.value(generator.iter)
            source = source if index else items
            target = self.value(generator.target)
            self.block = self.open_block(
                Block("comprehension", self.block, self.scope, span_of(node), items, target, is_async=bool(generator.is_async)),
            )
            self.step("iterate", node, target, items)
            for test in generator.ifs:
                self.step("filter", node, value=self.value(test))
        if isinstance(node, ast.DictComp):
            self.value(node.key)
        element = self.value(node.value if isinstance(node, ast.DictComp) else node.elt)
        inner, self.block = self.block, outer
        return Comprehension(element, source, COMPREHENSIONS[node.__class__], inner)

    # scopes within expressions

    def lambda_(self, node: ast.Lambda) -> Value:
        """A lambda; its body is what it returns."""
        parameters = self.parameters(node.args)
        saved = self.scope, self.block
        self.scope, self.block = self.open_scope("lambda", "<lambda>", span_of(node), parameters)
        index = self.scope
        self.step("return", node, value=self.value(node.body))
        self.scope, self.block = saved
        return FunctionValue(index)

    def parameters(self, args: ast.arguments) -> tuple[Parameter, ...]:
        """The parameters in order, `*args` and `**kwargs` at their places."""
        positional = [*args.posonlyargs, *args.args]
        defaults = [None] * (len(positional) - len(args.defaults)) + args.defaults
        found = [self.parameter(arg, "positional", default) for arg, default in zip(positional, defaults, strict=True)]
        if args.vararg:
            found.append(self.parameter(args.vararg, "args", None))
        found += [self.parameter(arg, "keyword", default) for arg, default in zip(args.kwonlyargs, args.kw_defaults, strict=True)]
        if args.kwarg:
            found.append(self.parameter(args.kwarg, "kwargs", None))
        return tuple(found)

    def parameter(self, arg: ast.arg, kind: str, default: ast.expr | None) -> Parameter:
        """One parameter."""
        self.words.add(arg.arg)
        return Parameter(arg.arg, kind, self.optional(arg.annotation), self.optional(default))

    def yielded(self, node: ast.Yield | ast.YieldFrom) -> Value:
        """`yield` and `yield from`, recorded; what is sent in is unknown."""
        self.generators.add(self.scope)
        value = self.optional(node.value)
        self.step("yield", node, value=Spread(value) if value and isinstance(node, ast.YieldFrom) else value)
        return Unknown("sent to a generator")


COMPREHENSIONS = {ast.ListComp: "list", ast.SetComp: "set", ast.GeneratorExp: "generator", ast.DictComp: "dict"}
LEAVES: dict[type, Callable[[Any, Any], Value]] = {ast.Name: Expressions.name, ast.Constant: Expressions.constant}
"""Readers of what nothing can be nested in, and so need not be counted."""
READERS: dict[type, Callable[[Any, Any], Value]] = {
    ast.Attribute: Expressions.attribute,
    ast.Subscript: Expressions.subscript,
    ast.Slice: Expressions.slice,
    ast.Call: Expressions.call,
    ast.Await: Expressions.awaiting,
    ast.JoinedStr: Expressions.joined,
    ast.FormattedValue: Expressions.formatted,
    ast.BinOp: Expressions.binary,
    ast.UnaryOp: Expressions.unary,
    ast.BoolOp: Expressions.boolean,
    ast.Compare: Expressions.compare,
    ast.IfExp: Expressions.conditional,
    ast.NamedExpr: Expressions.walrus,
    ast.List: Expressions.sequence,
    ast.Tuple: Expressions.sequence,
    ast.Set: Expressions.sequence,
    ast.Starred: Expressions.starred,
    ast.Dict: Expressions.mapping,
    ast.ListComp: Expressions.comprehension,
    ast.SetComp: Expressions.comprehension,
    ast.GeneratorExp: Expressions.comprehension,
    ast.DictComp: Expressions.comprehension,
    ast.Lambda: Expressions.lambda_,
    ast.Yield: Expressions.yielded,
    ast.YieldFrom: Expressions.yielded,
}
