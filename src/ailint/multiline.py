"""Texts that go over several lines: nothing in them is a comment, and what is found in one is ignored where it begins."""

from __future__ import annotations

import io
import re
import tokenize
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, NamedTuple

from ailint.comments import style_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from yaml.tokens import ScalarToken

    Lines = tuple[str, ...]


class Text(NamedTuple):
    """From one place to another on a later line: lines from 1, columns in code points from 0, the end exclusive."""

    line: int
    column: int
    end_line: int
    end_column: int


class Syntax(NamedTuple):
    """`steps` finds what matters next on a line: a `comment`, a whole string to `skip`, a `word` that ends a here-document, or what `open`s a text.

    `closings` says for what opens a text what closes it.
    """

    steps: re.Pattern[str]
    closings: dict[str, re.Pattern[str]]


HASH = r"(?P<comment>(?:(?<=\s)|^)#)"
ESCAPED = r'(?P<skip>\\.|"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\')'
HERE = r"<<(?!<)[-~]?\s*(?P<mark>[\"']?)(?P<word>\w+)(?P=mark)"
STAR = {"/*": re.compile(r"\*/")}
QUOTED = {'"': re.compile(r'(?<!\\)"'), "'": re.compile("'")}
TRIPLE = {'"""': re.compile(r'(?<!\\)"""'), "'''": re.compile("'''")}
NONE = re.compile(r"(?!)")

SHELL = Syntax(re.compile(rf"{HASH}|(?P<skip>\\.)|{HERE}|(?P<open>(?<!\w)[\"'])"), QUOTED)
TOML = Syntax(re.compile(rf"(?P<comment>#)|(?P<open>\"\"\"|''')|{ESCAPED}"), TRIPLE)
TERRAFORM = Syntax(re.compile(rf"(?P<comment>#|//)|(?P<open>/\*)|{HERE}|(?P<skip>\"(?:[^\"\\]|\\.)*\")"), STAR)
SCRIPT = Syntax(re.compile(rf"(?P<comment>//)|(?P<open>/\*|`)|{ESCAPED}"), {**STAR, "`": re.compile(r"(?<!\\)`")})
BICEP = Syntax(re.compile(r"(?P<comment>//)|(?P<open>/\*|''')|(?P<skip>'(?:[^'\\]|\\.)*')"), {**STAR, **TRIPLE})
SQL = Syntax(re.compile(r"(?P<comment>--)|(?P<open>/\*|'|\$[A-Za-z_]*\$)|(?P<skip>\"[^\"]*\")"), {**STAR, **QUOTED})
JINJA = Syntax(
    re.compile(r"(?P<open>\{%-?\s*raw\s*-?%\}|\{#|\{%|\{\{)"),
    {"{#": re.compile(r"#\}"), "{%": re.compile(r"%\}"), "{{": re.compile(r"\}\}"), "raw": re.compile(r"\{%-?\s*endraw\s*-?%\}")},
)
HTML = Syntax(re.compile(r"(?P<open><!--)"), {"<!--": re.compile("-->")})
DOCKERFILE = Syntax(re.compile(rf"(?P<comment>^\s*#)|{HERE}"), {})
ENV = Syntax(re.compile(r"(?P<comment>^\s*#)|(?P<open>(?<==)[\"'])"), QUOTED)
FENCE = re.compile(r" {0,3}(`{3,}|~{3,})(?P<rest>.*)")
RULE = re.compile(r"---\s*")

BY_SUFFIX = {
    **dict.fromkeys((".sh", ".bash"), SHELL),
    ".toml": TOML,
    **dict.fromkeys((".tf", ".tfvars", ".hcl"), TERRAFORM),
    ".bicep": BICEP,
}
BY_STYLE = {"//": SCRIPT, "--": SQL, "{": JINJA}
YAML = (".yaml", ".yml", ".dvc")


def texts(path: str, lines: Lines) -> tuple[Text, ...]:
    """The texts of a file that go over several lines, in order; as far as it can be read."""
    return tuple(_reader(path)(lines))


def plain(path: str, lines: Lines) -> Lines:
    """The lines with a filler in the place of every text that goes over several of them, so that nothing in it looks like a comment."""
    if style_of(path) == "python":  # whose comments the tokeniser tells
        return lines
    changed = list(lines)
    for text in texts(path, lines):
        for number in range(text.line, min(text.end_line, len(lines)) + 1):
            line = changed[number - 1]
            start = text.column if number == text.line else 0
            end = text.end_column if number == text.end_line else len(line)
            changed[number - 1] = line[:start] + "x" * (end - start) + line[end:]
    return tuple(changed)


def beginnings(found: Iterable[Text]) -> dict[int, int]:
    """Every line that begins inside a text → the line on which that text begins."""
    return {line: text.line for text in reversed(list(found)) for line in range(text.line + 1, text.end_line + 1)}


def _reader(path: str) -> Callable[[Lines], Iterator[Text]]:
    name = PurePosixPath(path).name.lower()
    suffix = PurePosixPath(name).suffix
    style = style_of(path)
    if style == "python":
        return _python
    if style == "#" and suffix in YAML:
        return _yaml
    if style in {"<", "prompty"}:
        return _markdown if style == "<" else _prompty
    if style == "own line":
        syntax = ENV if ".env" in name else DOCKERFILE
    else:
        syntax = BY_SUFFIX.get(suffix) or BY_STYLE.get(style) or (TOML if name == "pipfile" else Syntax(NONE, {}))
    return lambda lines: _scanned(lines, syntax)


def _python(lines: Lines) -> Iterator[Text]:
    """Strings as the tokeniser sees them, f-strings as wholes, up to where it gives up on a broken file."""
    readline = io.StringIO("\n".join(lines) + "\n").readline
    opened: list[tuple[int, int]] = []
    try:
        for token in tokenize.generate_tokens(readline):
            kind = tokenize.tok_name[token.type]
            if kind.endswith("STRING_START"):
                opened.append(token.start)
            start = opened.pop() if kind.endswith("STRING_END") else token.start
            if (kind == "STRING" or kind.endswith("STRING_END")) and not opened and start[0] < token.end[0]:
                yield Text(*start, *token.end)
    except (tokenize.TokenError, SyntaxError):
        return


def _yaml(lines: Lines) -> Iterator[Text]:
    """Scalars of any style, up to where the scanner gives up; a block scalar from behind its mark and what is said beside that."""
    import yaml

    try:
        for token in yaml.scan("\n".join(lines), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)):
            if isinstance(token, yaml.ScalarToken) and token.start_mark.line < token.end_mark.line:
                yield from _scalar(token, lines)
    except (yaml.YAMLError, RecursionError):
        return


def _scalar(token: ScalarToken, lines: Lines) -> Iterator[Text]:
    first, last = token.start_mark.line, token.end_mark.line
    if token.style not in {"|", ">"}:
        yield Text(first + 1, token.start_mark.column, last + 1, token.end_mark.column)
        return
    end = min(last + (token.end_mark.column > 0), len(lines))
    filled = [number for number in range(first + 1, end) if lines[number].strip()]
    if filled:
        yield Text(first + 1, len(lines[first]), filled[-1] + 1, len(lines[filled[-1]]))


def head_of(lines: Lines) -> int:
    """The last line of the settings that stand between rules at the head of a text; 0 where it has none."""
    if not lines or not RULE.fullmatch(lines[0]):
        return 0
    return next((number for number, line in enumerate(lines[1:], 2) if RULE.fullmatch(line)), 0)


def _prompty(lines: Lines) -> Iterator[Text]:
    """Those of the settings at the head, then those of the prompt."""
    head = head_of(lines)
    yield from (_moved(text, 1) for text in _yaml(lines[1 : max(head - 1, 1)]))
    yield from (_moved(text, head) for text in _scanned(lines[head:], JINJA))


def _moved(text: Text, down: int) -> Text:
    return text._replace(line=text.line + down, end_line=text.end_line + down)


def _markdown(lines: Lines) -> Iterator[Text]:
    """What stands at the head between rules, code between fences, and comments."""
    body = head_of(lines)
    if body:
        yield Text(1, 0, body, len(lines[body - 1]))
    opened, mark = 0, ""
    for number, line in enumerate(lines[body:], body + 1):
        fence = FENCE.match(line)
        if not mark and fence:
            opened, mark = number, fence[1]
        elif mark and fence and fence[1].startswith(mark) and not fence["rest"].strip():
            yield Text(opened, 0, number, len(line))
            mark = ""
    if mark and opened < len(lines):
        yield Text(opened, 0, len(lines), len(lines[-1]))
    yield from _scanned(lines, HTML)


def _scanned(lines: Lines, syntax: Syntax) -> Iterator[Text]:
    """The texts of a syntax, line after line. One that is never closed is none: an apostrophe may have been taken for a quote."""
    start, closing = (0, 0), None
    for number, line in enumerate(lines, 1):
        place = 0
        while place <= len(line):
            if closing is None:
                found = syntax.steps.search(line, place)
                if found is None or found.lastgroup == "comment":
                    break
                start, closing = (number, found.start()), _closing(found, syntax)
                place = len(line) + 1 if found.groupdict().get("word") else found.end()
            elif end := closing.search(line, place):
                if start[0] < number:
                    yield Text(*start, number, end.end())
                closing, place = None, end.end()
            else:
                break


def _closing(found: re.Match[str], syntax: Syntax) -> re.Pattern[str] | None:
    """What closes the text that begins here, None where none does."""
    groups = found.groupdict()
    if word := groups.get("word"):
        return re.compile(rf"^\s*{re.escape(word)}\s*$")
    opened = groups.get("open")
    if opened is None:
        return None
    if opened.startswith("$"):
        return re.compile(re.escape(opened))
    return syntax.closings["raw" if "raw" in opened else opened]
