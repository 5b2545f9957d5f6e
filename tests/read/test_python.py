"""Python source as facts: values, calls, blocks, steps, scopes, imports; and what cannot be read."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

import msgspec
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ailint.facts import (
    Attribute,
    CallResult,
    Choice,
    Collection,
    Comprehension,
    FileFacts,
    FunctionValue,
    Item,
    Literal,
    Mapping,
    Operation,
    PythonFacts,
    Ref,
    Span,
    Spread,
    Template,
    Unknown,
    Value,
)
from ailint.read.python import python_facts, read_python

if TYPE_CHECKING:
    from collections.abc import Iterator


def facts(source: str) -> PythonFacts:
    return python_facts(source.encode())


def plain(value: Value | None) -> object:
    """A value without spans and lines, in short."""
    match value:
        case Literal(value=constant):
            return constant
        case Ref(name=name):
            return f"<{name}>"
        case Template(parts=parts):
            return ("text", *map(plain, parts))
        case Attribute() | Item() | CallResult() | FunctionValue() | Spread():
            return plain_access(value)
        case _:
            return plain_display(value)


def plain_access(value: Attribute | Item | CallResult | FunctionValue | Spread) -> object:
    match value:
        case Attribute(base=base, name=name):
            return (plain(base), f".{name}")
        case Item(base=base, key=key):
            return (plain(base), [plain(key)])
        case CallResult(call=call):
            return f"call {call}"
        case FunctionValue(scope=scope):
            return f"lambda {scope}"
        case Spread(value=inner):
            return ("*", plain(inner))


def plain_display(value: Value | None) -> object:
    match value:
        case Collection(items=items, kind=kind):
            return (kind, *map(plain, items))
        case Mapping(entries=entries):
            return {("**" if key is None else plain(key)): plain(item) for key, item in entries}
        case Choice(options=options, test=test):
            return ("or" if test is None else "if", *map(plain, options))
        case Comprehension(element=element, source=source, kind=kind):
            return (f"each {kind}", plain(element), plain(source))
        case Operation(operator=operator, operands=operands):
            return (operator, *map(plain, operands))
        case _:
            return None


VALUES = {
    "text": ("'a'", "a"),
    "adjacent texts": ("'a' 'b'", "ab"),
    "a number": ("1.5", 1.5),
    "a negative number": ("-1", -1),
    "truth": ("True", True),
    "nothing": ("None", None),
    "bytes": ("b'a'", None),
    "an ellipsis": ("...", None),
    "a number too large to encode": ("2 ** 64 if 0 else 99999999999999999999", ("if", ("**", 2, 64), None)),
    "half a character": ("'\\ud800'", "?"),
    "a name": ("a", "<a>"),
    "a dotted name": ("a.b.c", "<a.b.c>"),
    "an attribute of a call": ("a().b", ("call 0", ".b")),
    "an item": ("a['b']", ("<a>", ["b"])),
    "a slice": ("a[1:2]", ("<a>", [None])),
    "a call": ("a()", "call 0"),
    "an f-string": ("f'a{b}c'", ("text", "a", "<b>", "c")),
    "an f-string with a format": ("f'{a:>{b}}'", ("text", "<a>")),
    "plus of texts": ("'a' + b + 'c'", ("text", "a", "<b>", "c")),
    "plus of unknowns": ("a + b", ("+", "<a>", "<b>")),
    "the percent sign": ("'%s' % a", ("text", "%s", "<a>")),
    "the percent sign and a tuple": ("'%s%s' % (a, b)", ("text", "%s%s", "<a>", "<b>")),
    "format": ("'{}'.format(a, b=c)", ("text", "{}", "<a>", "<c>")),
    "join": ("','.join([a, b])", ("text", "<a>", ",", "<b>")),
    "join of a name": ("','.join(a)", ("text", "<a>")),
    "a method of text": ("'a'.upper()", "call 0"),
    "arithmetic": ("60 * 60", 3600),
    "arithmetic that fails": ("1 / 0", None),
    "arithmetic beyond what can be encoded": ("9223372036854775807 * 2", None),
    "arithmetic of a name": ("60 * a", ("*", 60, "<a>")),
    "a list": ("[1, a]", ("list", 1, "<a>")),
    "a tuple": ("(1,)", ("tuple", 1)),
    "a set": ("{1}", ("set", 1)),
    "a dictionary": ("{'a': 1, **b}", {"a": 1, "**": "<b>"}),
    "or": ("a or 1", ("or", "<a>", 1)),
    "and": ("a and 1", ("and", "<a>", 1)),
    "not": ("not a", ("not", "<a>")),
    "a comparison": ("a in b", ("in", "<a>", "<b>")),
    "a chained comparison": ("1 < a < 2", ("<", 1, "<a>", 2)),
    "a condition": ("1 if a else 2", ("if", 1, 2)),
    "a list comprehension": ("[b for b in a]", ("each list", "<b>", "<a>")),
    "a generator": ("(b for b in a)", ("each generator", "<b>", "<a>")),
    "a dictionary comprehension": ("{k: v for k, v in a}", ("each dict", "<v>", "<a>")),
    "nested loops of a comprehension": ("[c for b in a for c in b]", ("each list", "<c>", "<a>")),
    "a lambda": ("lambda: 1", "lambda 1"),
    "an assignment in an expression": ("(b := 1)", 1),
    "a starred item": ("[*a]", ("list", ("*", "<a>"))),
    "a pipe": ("a | b", ("|", "<a>", "<b>")),
}


@pytest.mark.parametrize(("source", "expected"), VALUES.values(), ids=VALUES.keys())
def test_values(source: str, expected: object) -> None:
    steps = [step for step in facts(f"x = {source}\n").steps if step.target == Ref("x", 1)]
    assert plain(steps[0].value) == expected


STEPS = {
    "an assignment": ("a = 1", ["bind a"]),
    "a chained assignment": ("a = b = 1", ["bind a", "bind b"]),
    "an annotation": ("a: int", ["declare a"]),
    "an annotated assignment": ("a: int = 1", ["bind a"]),
    "an augmented assignment": ("a += 1", ["augment a"]),
    "deletion": ("del a", ["delete"]),
    "a loop": ("for a in b:\n    pass", ["iterate a", "pass"]),
    "a context": ("with b as a:\n    pass", ["enter a", "pass"]),
    "a context without a name": ("with b:\n    pass", ["enter", "pass"]),
    "a return": ("def f():\n    return 1", ["return"]),
    "a yield": ("def f():\n    yield 1", ["yield"]),
    "a raise": ("raise a", ["raise"]),
    "an assertion": ("assert a", ["assert"]),
    "an expression": ("a()", ["expression"]),
    "a docstring": ("'''text'''", []),
    "break and continue": ("while a:\n    break\n    continue", ["break", "continue"]),
    "global": ("def f():\n    global a", ["global"]),
    "a case": ("match a:\n    case b:\n        pass", ["bind b", "pass"]),
    "a case that takes apart": ("match a:\n    case [b, *c]:\n        pass", ["bind b", "bind c", "pass"]),
    "an assignment in a test": ("if (a := b):\n    pass", ["bind a", "pass"]),
}


@pytest.mark.parametrize(("source", "expected"), STEPS.values(), ids=STEPS.keys())
def test_steps(source: str, expected: list[str]) -> None:
    found = [f"{step.kind} {step.target.name}" if isinstance(step.target, Ref) else step.kind for step in facts(source).steps]
    assert sorted(found) == sorted(expected)


BLOCKS = {
    "if and else": ("if a:\n    b()\nelse:\n    c()", ["if", "else"]),
    "elif": ("if a:\n    b()\nelif c:\n    d()", ["if", "else", "if"]),
    "a loop and its else": ("for a in b:\n    c()\nelse:\n    d()", ["for", "else"]),
    "while": ("while a:\n    b()", ["while"]),
    "try": ("try:\n    a()\nexcept B as c:\n    d()\nelse:\n    e()\nfinally:\n    f()", ["try", "handler", "try-else", "finally"]),
    "a group of errors": ("try:\n    a()\nexcept* B:\n    c()", ["try", "handler"]),
    "two contexts": ("with a, b:\n    c()", ["with", "with"]),
    "cases": ("match a:\n    case 1:\n        b()\n    case _:\n        c()", ["case", "case"]),
    "a comprehension": ("[a for a in b if c]", ["comprehension"]),
    "a function": ("def f():\n    a()", ["body"]),
}


@pytest.mark.parametrize(("source", "expected"), BLOCKS.values(), ids=BLOCKS.keys())
def test_blocks(source: str, expected: list[str]) -> None:
    assert [block.kind for block in facts(source).blocks[1:]] == expected


@pytest.mark.parametrize(
    ("test", "expected"),
    [("False", ["b"]), ("0", ["b"]), ("x and False", ["b"]), ("x or False", ["a", "b"]), ("True", ["a", "b"]), ("x", ["a", "b"])],
)
def test_what_can_never_run_is_not_read(test: str, expected: list[str]) -> None:
    calls = facts(f"if {test}:\n    a()\nelse:\n    b()").calls
    assert [call.func.name for call in calls if isinstance(call.func, Ref)] == expected


def test_a_handler_knows_its_try_its_error_and_its_name() -> None:
    found = facts("try:\n    a()\nexcept (B, C) as d:\n    pass\n").blocks
    assert [(block.kind, plain(block.value), plain(block.target), block.owner) for block in found[1:]] == [
        ("try", None, None, -1),
        ("handler", ("tuple", "<B>", "<C>"), "<d>", 1),
    ]


def test_cases_name_what_they_match() -> None:
    found = facts("match a:\n    case 'x' | 'y':\n        pass\n    case _:\n        pass\n").blocks
    assert [(plain(block.value), plain(block.target)) for block in found[1:]] == [("<a>", ("tuple", "x", "y")), ("<a>", None)]


def test_a_call_knows_its_arguments_and_its_place() -> None:
    source = "class A:\n    async def f(self):\n        for x in y:\n            await self.g(1, *a, b=2, **c)\n"
    found = facts(source)
    [call] = found.calls
    assert (plain(call.func), [plain(arg) for arg in call.args]) == ("<self.g>", [1, ("*", "<a>")])
    assert ([(name, plain(value)) for name, value in call.keywords], [plain(value) for value in call.spreads]) == ([("b", 2)], ["<c>"])
    assert (call.awaited, found.scopes[call.scope].symbol, found.blocks[call.block].kind) == (True, "A.f", "for")
    assert call.span == Span(4, 18, 4, 41)


def test_scopes_know_what_is_around_them() -> None:
    found = facts("class A(B):\n    '''Says it.'''\n    @c\n    def f(self, d: int, *e, g=1, **h) -> str:\n        return lambda i: i\n")
    assert [(scope.kind, scope.symbol, scope.parent) for scope in found.scopes] == [
        ("module", "", -1),
        ("class", "A", 0),
        ("function", "A.f", 1),
        ("lambda", "A.f", 2),
    ]
    assert (found.scopes[1].doc, [plain(base) for base in found.scopes[1].bases]) == ("Says it.", ["<B>"])
    method = found.scopes[2]
    assert [(p.name, p.kind, plain(p.annotation), plain(p.default)) for p in method.parameters] == [
        ("self", "positional", None, None),
        ("d", "positional", "<int>", None),
        ("e", "args", None, None),
        ("g", "keyword", None, 1),
        ("h", "kwargs", None, None),
    ]
    assert ([plain(decorator) for decorator in method.decorators], plain(method.returns)) == (["<c>"], "<str>")


@pytest.mark.parametrize(
    ("source", "is_async", "is_generator"),
    [
        pytest.param("def f():\n    pass", False, False, id="a function"),
        pytest.param("async def f():\n    pass", True, False, id="a coroutine"),
        pytest.param("def f():\n    yield", False, True, id="a generator"),
        pytest.param("def f():\n    yield from g()", False, True, id="a generator of another"),
        pytest.param("def f():\n    def g():\n        yield", False, False, id="a function around a generator"),
    ],
)
def test_what_kind_of_function(source: str, *, is_async: bool, is_generator: bool) -> None:
    scope = facts(source).scopes[1]
    assert (scope.is_async, scope.is_generator) == (is_async, is_generator)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("import a", ("a", None, "a", 0), id="plain"),
        pytest.param("import a.b", ("a.b", None, "a.b", 0), id="dotted"),
        pytest.param("import a.b as c", ("a.b", None, "c", 0), id="under another name"),
        pytest.param("from a import b", ("a", "b", "b", 0), id="a name"),
        pytest.param("from a import b as c", ("a", "b", "c", 0), id="a name under another name"),
        pytest.param("from ..a import b", ("a", "b", "b", 2), id="relatively"),
        pytest.param("from . import b", ("", "b", "b", 1), id="from the package"),
        pytest.param("from a import *", ("a", "*", "*", 0), id="everything"),
    ],
)
def test_imports(source: str, expected: tuple[str, str | None, str, int]) -> None:
    [found] = facts(source).imports
    assert (found.module, found.name, found.alias, found.level) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("__all__ = ['a', 'b']", ("a", "b"), id="a list"),
        pytest.param("__all__ = ('a',)", ("a",), id="a tuple"),
        pytest.param("a = 1", None, id="none"),
        pytest.param("def f():\n    __all__ = ['a']", None, id="inside a function"),
    ],
)
def test_exports(source: str, expected: tuple[str, ...] | None) -> None:
    assert facts(source).exports == expected


def read(data: bytes) -> FileFacts:
    return read_python("app.py", data)


@pytest.mark.parametrize(
    ("data", "code", "line"),
    [
        pytest.param(b"x = 1\ndef f(:\n", "parse-error", 2, id="a mistake"),
        pytest.param(b"print 'x'\n", "parse-error", 1, id="Python 2"),
        pytest.param(b"\x00", "parse-error", None, id="a null byte"),
        pytest.param(b"\xff\xfe", "parse-error", None, id="no text"),
        pytest.param(b"# coding: nonsense\nx = 1\n", "parse-error", None, id="an unknown encoding"),
        pytest.param(b"x = '''", "parse-error", 1, id="a text without end"),
        pytest.param(b"(" * 300 + b")" * 300, "parse-error", None, id="too many brackets"),
        pytest.param(b"x = " + b"not " * 20000 + b"a\n", "too-deep", None, id="nested too deeply"),
        pytest.param(b"x = " + b"not " * 400 + b"a\n", "too-deep", None, id="nested too deeply to be encoded"),
        pytest.param(b"x = a" + b"[0]" * 400 + b"\n", "too-deep", None, id="an item of an item, too often"),
        pytest.param(b"x = a" + b".b()" * 20000 + b"\n", "too-deep", None, id="a chain too long"),
    ],
)
def test_what_cannot_be_read_says_why(data: bytes, code: str, line: int | None) -> None:
    found = read(data)
    assert found.python is None
    assert [diagnostic.code for diagnostic in found.diagnostics] == [code]
    assert line in {None, found.diagnostics[0].line}


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="nothing"),
        pytest.param(b"\xef\xbb\xbfx = 1\n", id="a mark at the beginning"),
        pytest.param(b"# coding: latin-1\nx = '\xe9'\n", id="another encoding"),
        pytest.param(b"x = 1\r\ny = 2\r\n", id="other line ends"),
        pytest.param(b"x = '\\d'\n", id="an escape that Python warns of"),
        pytest.param(b"x = " + b" + ".join([b"'a'"] * 3000) + b"\n", id="a long sum"),
        pytest.param(b"x = a" + b".b()" * 700 + b"\n", id="a long chain of calls"),
        pytest.param(b"x = " + b"1 if a else " * 250 + b"2\n", id="a long choice"),
        pytest.param(b"if a: pass\n" + b"elif a: pass\n" * 900, id="many branches"),
        pytest.param(b"x = '\\ud800'\n", id="half a character"),
        pytest.param(b"'''\\ud800'''\ndef f():\n    '''\\ud800'''\n", id="half a character in a docstring"),
    ],
)
def test_what_can_be_read(data: bytes) -> None:
    assert read(data).python is not None
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(read(data)), type=FileFacts) == read(data)


def spans(found: PythonFacts) -> Iterator[Span]:
    for records in (found.scopes, found.blocks, found.calls, found.steps):
        yield from (record.span for record in records)


WORDS = st.sampled_from(
    [
        *("def f(a, *b, c=1, **d):", "class A(B):", "async def g():", "if a:", "else:", "elif b:", "for x in y:", "while a:"),
        *("try:", "except E as e:", "finally:", "with a as b:", "match a:", "case [b, *c]:", "return", "yield", "await a()"),
        *("raise E", "x", "=", "+=", ":=", ":", "(", ")", "[", "]", "{", "}", ",", ".", "*", "**", "'t'", "f'{x}'", "1", "1e400"),
        *("None", "lambda a: b", "import a.b as c", "from . import d", "global x", "@d", "not", "in", "or", "%", "|", "->", "..."),
        *("é", "del x", "assert x", "pass", "\t", "\n", "\n    ", "\n        ", "#", "\\\n", ";"),
    ]
)


@settings(max_examples=120, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(WORDS, max_size=25).map(" ".join), st.lists(WORDS, max_size=25).map("".join)))
@example("x = '\ud7ff'\n")
@example("def f():\n    return [a for b in c if (d := e)]\n")
def test_any_text_gives_facts_or_says_why(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    found = read(data)
    assert (found.python is None) == bool(found.diagnostics)
    lines = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n").split(b"\n")
    for diagnostic in found.diagnostics:
        assert 0 <= diagnostic.line <= len(lines) + 1
    for span in spans(found.python) if found.python else ():
        assert 1 <= span.line <= span.end_line <= len(lines)
        assert 0 <= span.column <= len(lines[span.line - 1])
        assert 0 <= span.end_column <= len(lines[span.end_line - 1])
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(found), type=FileFacts) == found


LEAVES = st.sampled_from(["a", "self.b", "1", "-2.5", "'t'", "None", "f'{c}'", "...", "d['e']"])
SHAPES = [
    *("{0}.m({1}, k={0})", "f(*{0}, **{1})", "({0}).n", "({0})[{1}]", "(lambda x={0}: {1})", "'{{}}'.format({0})"),
    *("[{0}, *{1}]", "({0},)", "{{'k': {0}, **{1}}}", "[{0} for y in {1} if {0}]", "{{{0}: {1} for z in {0}}}"),
    *("({0} or {1})", "({0} if {1} else {0})", "({0} % {1})", "({0} + {1})", "(not {0})", "({0} in {1})"),
]
EXPRESSIONS = st.recursive(LEAVES, lambda inner: st.builds(str.format, st.sampled_from(SHAPES), inner, inner), max_leaves=12)
SIMPLE = ["x = {0}", "x, *y = {0}", "z['k'] = {0}", "self.q += {0}", "w: {0} = {0}", "{0}", "return {0}", "yield {0}", "raise E({0})"]
HEADS = [
    *("if {0}:", "for v in {0}:", "while {0}:", "with {0} as v:", "try:\n    pass\nfinally:"),
    *("def f(p={0}, *r, **s):", "async def g(p: {0}):", "class C(D):"),
]


def indented(head: str, parts: list[str]) -> str:
    return "\n".join([head, *(f"    {line}" for part in parts for line in part.split("\n"))])


STATEMENTS = st.recursive(
    st.builds(str.format, st.sampled_from(SIMPLE), EXPRESSIONS),
    lambda inner: st.builds(indented, st.builds(str.format, st.sampled_from(HEADS), EXPRESSIONS), st.lists(inner, min_size=1, max_size=3)),
    max_leaves=6,
)


@settings(max_examples=80, deadline=None)
@given(st.lists(STATEMENTS, min_size=1, max_size=3))
def test_any_code_gives_facts_that_hold_together(statements: list[str]) -> None:
    source = indented("def outer():", statements) + "\n"
    found = read(source.encode()).python
    assert (found is None) == (not parses(source))
    if found is None:
        return
    lines = source.encode().split(b"\n")
    for span in spans(found):
        assert (1, 0) <= (span.line, span.column) <= (span.end_line, span.end_column)
        assert span.end_line <= len(lines)
        assert span.end_column <= len(lines[span.end_line - 1])
    assert all(found.blocks[call.block].scope == call.scope for call in found.calls)
    assert all(found.blocks[step.block].scope == step.scope for step in found.steps)
    assert all(-1 <= block.parent < index for index, block in enumerate(found.blocks))
    assert all(-1 <= scope.parent < index for index, scope in enumerate(found.scopes))
    assert msgspec.msgpack.decode(msgspec.msgpack.encode(found), type=PythonFacts) == found


def parses(source: str) -> bool:
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=80))
def test_any_bytes_give_facts_or_say_why(data: bytes) -> None:
    found = read(data)
    assert (found.python is None) == bool(found.diagnostics)


def test_facts_hold_no_warning_of_the_source(recwarn: pytest.WarningsRecorder) -> None:
    read(b"x = '\\d'\nassert (1, 'x')\n")
    assert not recwarn.list


def test_unknown_values_say_what_they_are() -> None:
    [step] = facts("x = b'a'").steps
    assert step.value == Unknown("bytes")
