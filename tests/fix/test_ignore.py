"""An ignore as a comment of its language: where it stands, and that it counts there."""

from __future__ import annotations

import pytest

from ailint.errors import UserError
from ailint.fix.ignore import joined, refuse_reason, refuse_reason_in
from ailint.fix.places import cannot
from tests.fix.marked import ignored_text, ignoring, uncovered

BODY = "ailint: ignore[llm-call-no-timeout] -- why"
LONG = "x" * 40

WRITTEN = {
    "at the end": ("a.py", "MARK()\n", f"MARK()  # {BODY}\n"),
    "white space at the end": ("a.py", "MARK()  \n", f"MARK()  # {BODY}\n"),
    "no line end": ("a.py", "MARK()", f"MARK()  # {BODY}"),
    "too long": ("a.py", f"if a:\n\tMARK({LONG})\n", f"if a:\n\t# {BODY}\n\tMARK({LONG})\n"),
    "a text begins": ("a.py", 'x = MARK("""\n  y\n""")\n', f'# {BODY}\nx = MARK("""\n  y\n""")\n'),
    "in a text": ("a.py", 'def f():\n    x = """\n  MARK\n"""\n', f'def f():\n    # {BODY}\n    x = """\n  MARK\n"""\n'),
    "a text that begins in the middle": ("a.py", 'f(\n  1, """\nMARK""")\n', f'f(\n  # {BODY}\n  1, """\nMARK""")\n'),
    "in an f-string": ("a.py", 'x = f"""\n{\n  MARK\n}"""\n', f'# {BODY}\nx = f"""\n{{\n  MARK\n}}"""\n'),
    "a backslash": ("a.py", "x = MARK + \\\n  1\n", f"# {BODY}\nx = MARK + \\\n  1\n"),
    "after a backslash": ("a.py", "x = 1 + \\\n  MARK\n", f"x = 1 + \\\n  MARK  # {BODY}\n"),
    "between backslashes": ("a.py", "x = 1 + \\\n  MARK + \\\n  2\n", "x = 1 + \\\n  MARK + \\\n  2\n"),
    "what runs the file": ("a.py", "#!/usr/bin/MARK\nx\n", "#!/usr/bin/MARK\nx\n"),
    "a decorator": ("a.py", f"@a\n@MARK({LONG})\ndef f(): ...\n", f"@a\n# {BODY}\n@MARK({LONG})\ndef f(): ...\n"),
    "several statements": ("a.py", "a(); MARK(); b()\n", f"a(); MARK(); b()  # {BODY}\n"),
    "the head of a block": ("a.py", "if MARK: pass\nelse:\n  MARK\n", f"if MARK: pass  # {BODY}\nelse:\n  MARK  # {BODY}\n"),
    "another comment": ("a.py", "MARK()  # noqa: X1\n", f"# {BODY}\nMARK()  # noqa: X1\n"),
    "another comment and nothing above": (
        "a.py",
        "x = 1 + \\\n  MARK  # noqa: X1\n",
        f"x = 1 + \\\n  MARK  # noqa: X1  # {BODY}\n",
    ),
    "in brackets": ("a.py", f"f(\n  (\n    MARK({LONG}),\n  ))\n", f"f(\n  (\n    # {BODY}\n    MARK({LONG}),\n  ))\n"),
    "match": ("a.py", "match a:\n  case MARK: pass\n", f"match a:\n  case MARK: pass  # {BODY}\n"),
    "an encoding in the first line": ("a.py", "# coding: utf-8\nMARK()\n", f"# coding: utf-8\nMARK()  # {BODY}\n"),
    "carriage returns": ("a.py", f"if a:\r\n  MARK({LONG})\r\n", f"if a:\r\n  # {BODY}\r\n  MARK({LONG})\r\n"),
    "broken": ("a.py", "MARK(\n", "MARK(\n"),
    "joined": ("a.py", "MARK()  # ailint: ignore[a-b] -- why\n", "MARK()  # ailint: ignore[a-b, llm-call-no-timeout] -- why\n"),
    "joined above": ("a.py", "# ailint: ignore[a-b] -- why\nMARK()\n", "# ailint: ignore[a-b, llm-call-no-timeout] -- why\nMARK()\n"),
    "joined without a reason": ("a.py", "MARK()  # ailint: ignore[a-b]\n", "MARK()  # ailint: ignore[a-b, llm-call-no-timeout] -- why\n"),
    "another reason": ("a.py", "MARK()  # ailint: ignore[a-b] -- so\n", f"# {BODY}\nMARK()  # ailint: ignore[a-b] -- so\n"),
    "another reason above": ("a.py", "# ailint: ignore[a-b] -- so\nMARK()\n", f"# ailint: ignore[a-b] -- so\nMARK()  # {BODY}\n"),
    "yaml": ("a.yaml", "a:\n  - b: MARK\n", f"a:\n  - b: MARK  # {BODY}\n"),
    "yaml, too long": ("a.yaml", f"a:\n  - b: MARK{LONG}\n", f"a:\n  # {BODY}\n  - b: MARK{LONG}\n"),
    "yaml, in a block": ("a.yaml", "a:\n  run: |\n    # x\n    MARK\n  b: 1\n", f"a:\n  # {BODY}\n  run: |\n    # x\n    MARK\n  b: 1\n"),
    "yaml, a block begins": ("a.yaml", "MARK: >-\n  x\n", f"# {BODY}\nMARK: >-\n  x\n"),
    "yaml, a text over lines": ("a.yaml", 'a: "b\n  MARK"\n', f'# {BODY}\na: "b\n  MARK"\n'),
    "yaml, words over lines": ("a.yaml", "a: b\n  MARK\nc: 1\n", f"# {BODY}\na: b\n  MARK\nc: 1\n"),
    "toml": ("a.toml", "a = [\n  'MARK',\n]\n", f"a = [\n  'MARK',  # {BODY}\n]\n"),
    "toml, in a text": ("a.toml", 'a = """\nMARK # no\n"""\n', f'# {BODY}\na = """\nMARK # no\n"""\n'),
    "requirements": ("requirements.txt", "MARK==1 \\\n  --hash=x\n", f"# {BODY}\nMARK==1 \\\n  --hash=x\n"),
    "dockerfile": ("Dockerfile", "FROM MARK\nRUN a \\\n  MARK\n", f"# {BODY}\nFROM MARK\nRUN a \\\n  # {BODY}\n  MARK\n"),
    "env": (".env.example", "KEY=MARK\n", f"# {BODY}\nKEY=MARK\n"),
    "terraform": ("a.tf", 'a {\n  b = "MARK"\n}\n', f'a {{\n  b = "MARK"  # {BODY}\n}}\n'),
    "terraform, here-document": ("a.tf", "a {\n  b = <<-X\n    MARK\n  X\n}\n", f"a {{\n  # {BODY}\n  b = <<-X\n    MARK\n  X\n}}\n"),
    "sql": ("a.sql", "SELECT MARK;\n", f"SELECT MARK; -- {BODY}\n"),
    "sql, another comment": ("a.sql", "SELECT MARK; -- x\n", f"-- {BODY}\nSELECT MARK; -- x\n"),
    "sql, in a text": ("a.sql", "SELECT '\nMARK';\n", f"-- {BODY}\nSELECT '\nMARK';\n"),
    "bicep": ("a.bicep", "param a string = 'MARK'\n", f"param a string = 'MARK' // {BODY}\n"),
    "typescript": ("a.ts", "f(MARK);\n", f"f(MARK); // {BODY}\n"),
    "jsx": ("a.tsx", "<p>\n  MARK\n</p>\n", "<p>\n  MARK\n</p>\n"),
    "markdown": ("a.md", f"Say MARK {LONG}.\n", f"Say MARK {LONG}. <!-- {BODY} -->\n"),
    "markdown, a break at the end": ("a.md", "Say MARK  \nmore\n", f"Say MARK <!-- {BODY} -->  \nmore\n"),
    "markdown, code": ("a.md", "Do:\n\n```\nMARK\n```\n", f"Do:\n\n<!-- {BODY} -->\n```\nMARK\n```\n"),
    "markdown, settings at the head": ("a.md", "---\nmodel: MARK\n---\n", "---\nmodel: MARK\n---\n"),
    "jinja": ("a.j2", f"Say MARK {LONG}.\n", f"Say MARK {LONG}.{{# {BODY} #}}\n"),
    "jinja, white space at the end": ("a.j2", "Say MARK  \n", f"Say MARK  {{# {BODY} #}}\n"),
    "jinja, a tag over lines": ("a.j2", "x\n{% if a\n  MARK %}\n", f"x\n{{# {BODY} #}}\n{{% if a\n  MARK %}}\n"),
    "prompty, settings": ("a.prompty", "---\nmodel: MARK\n---\nSay x\n", f"---\nmodel: MARK  # {BODY}\n---\nSay x\n"),
    "prompty, a block of settings": ("a.prompty", "---\na: |\n  MARK\n---\nb\n", f"---\n# {BODY}\na: |\n  MARK\n---\nb\n"),
    "prompty, text": ("a.prompty", "---\na: 1\n---\nSay MARK\n", f"---\na: 1\n---\nSay MARK{{# {BODY} #}}\n"),
    "makefile": ("Makefile", "a:\n\tMARK\n", f"a:\n# {BODY}\n\tMARK\n"),
    "shell": ("a.sh", "MARK $x\ncat <<X\nMARK\nX\n", f"MARK $x  # {BODY}\n# {BODY}\ncat <<X\nMARK\nX\n"),
    "setup.cfg": ("setup.cfg", "[a]\nb = MARK\n", f"[a]\n# {BODY}\nb = MARK\n"),
}


@pytest.mark.parametrize(("path", "before", "after"), WRITTEN.values(), ids=WRITTEN.keys())
def test_written(path: str, before: str, after: str) -> None:
    assert ignored_text(path, before) == after


@pytest.mark.parametrize(("path", "before", "after"), WRITTEN.values(), ids=WRITTEN.keys())
def test_what_is_written_counts(path: str, before: str, after: str) -> None:
    assert (uncovered(path, after.encode()) == ()) is (before != after)
    assert ignored_text(path, after) == after


ENCODED = {
    "declared": "# -*- coding: latin-1 -*-\nx = 'é'; MARK()\n".encode("latin-1"),
    "marked": b"\xef\xbb\xbfMARK()\n",
    "mixed line ends": b"a()\r\nif b:\r\n    MARK('" + b"x" * 60 + b"')\nc()\r",
}


@pytest.mark.parametrize("before", ENCODED.values(), ids=ENCODED.keys())
def test_every_other_byte_stays(before: bytes) -> None:
    after, still = ignoring("a.py", before)
    comment = f"# {BODY}".encode()
    assert still == ()
    assert after.replace(b"    " + comment + b"\n", b"").replace(b"  " + comment, b"") == before


def test_a_reason_that_the_encoding_cannot_hold() -> None:
    before = "# coding: latin-1\nMARK()\n".encode("latin-1")
    assert ignoring("a.py", before, reason="ü €").data == before


def test_a_reason_that_would_be_an_encoding() -> None:
    assert ignored_text("a.py", "MARK()\n", reason="coding: latin-1", width=20) == "MARK()\n"


@pytest.mark.parametrize(
    ("path", "why"),
    [("a.json", "comments"), ("uv.lock", "lock"), ("pnpm-lock.yaml", "lock"), ("prompts/a.txt", "comments"), ("requirements.txt", ""), ("a.py", "")],
)
def test_files_that_hold_none(path: str, why: str) -> None:
    assert why in cannot(path)
    assert bool(cannot(path)) is bool(why)


@pytest.mark.parametrize("reason", ["", "  ", "two\nlines", "a\x1b[1m", "as in ailint: ignore[x]"])
def test_reasons_refused(reason: str) -> None:
    with pytest.raises(UserError, match="reason"):
        refuse_reason(reason)


@pytest.mark.parametrize(("path", "reason"), [("a.md", "a --> b"), ("a.j2", "a #} b")])
def test_reasons_refused_in_a_language(path: str, reason: str) -> None:
    refuse_reason_in("a.py", reason)
    with pytest.raises(UserError, match=r"ends a comment in (Markdown|Jinja)"):
        refuse_reason_in(path, reason)


JOINED = {
    "same reason": ("ailint: ignore[a] -- why", "ailint: ignore[a, b] -- why"),
    "no reason": ("ailint: ignore[ a ]", "ailint: ignore[a, b] -- why"),
    "named already": ("ailint: ignore[b]", "ailint: ignore[b] -- why"),
    "another reason": ("ailint: ignore[a] -- so", None),
    "something after it": ("ailint: ignore[a]  # noqa", None),
    "for the file": ("ailint: file-ignore[a] -- why", None),
    "no names": ("ailint: ignore -- why", None),
    "after another tool's": ("noqa  # ailint: ignore[a] -- why", "noqa  # ailint: ignore[a, b] -- why"),
    "the second of two": ("ailint: ignore[a] -- so  # ailint: ignore[c] -- why", "ailint: ignore[a] -- so  # ailint: ignore[c, b] -- why"),
}


@pytest.mark.parametrize(("comment", "expected"), JOINED.values(), ids=JOINED.keys())
def test_joined(comment: str, expected: str | None) -> None:
    assert joined(comment, ["b"], "why") == expected
