"""Notebooks: one source, with cells that people count."""

from __future__ import annotations

import json

from ailint.facts import Command, Dependency, Span
from ailint.read.notebook import read_notebook, source


def notebook(*cells: str | tuple[str, str], **metadata: object) -> bytes:
    """A notebook of code cells; a pair gives another type."""
    typed = [("code", cell) if isinstance(cell, str) else cell for cell in cells]
    return json.dumps(
        {"metadata": metadata, "cells": [{"cell_type": kind, "source": text.splitlines(keepends=True)} for kind, text in typed]}
    ).encode()


def test_cells_are_counted_over_all_cells() -> None:
    facts = read_notebook("a.ipynb", notebook(("markdown", "# title\ntext"), "x = 1\ny = 2", "", "z = 3"))
    assert facts.python is not None
    assert facts.python.cells == (1, 2, 4, 5)
    assert [step.span.line for step in facts.python.steps] == [2, 3, 5]


def test_source_is_what_the_facts_point_into() -> None:
    assert source(notebook(("markdown", "# title"), "x = 1", "y = 2\n")) == "\nx = 1\ny = 2\n"


def test_magics_become_comments_and_lines_stay() -> None:
    text = "!pip install a \\\n  b\nif x:\n    %load y\nfiles = !ls\nobj?\ns = 'a'"
    assert source(notebook(text)) == "# !pip install a \\\n#   b\nif x:\n    pass  # %load y\nfiles = None  # !ls\n# obj?\ns = 'a'"


def test_a_percent_sign_in_python_is_left_alone() -> None:
    text = "s = '''\n%d items\n''' % (\n  x\n)\ny = (7\n% 3)"
    assert source(notebook(text)) == text


def test_cells_in_other_languages_are_comments() -> None:
    assert source(notebook("%%bash\nls", "%%time\nx = 1")) == "# %%bash\n# ls\n# %%time\nx = 1"


def test_a_broken_cell_costs_a_diagnostic_and_nothing_else() -> None:
    facts = read_notebook("a.ipynb", notebook("x = 1", "def (", "y = 2"))
    assert [(said.line, said.code) for said in facts.diagnostics] == [(2, "parse-error")]
    assert facts.python is not None
    assert [step.span.line for step in facts.python.steps] == [1, 3]


def test_a_notebook_of_another_language_is_passed_over() -> None:
    facts = read_notebook("a.ipynb", notebook("const x = 1;", kernelspec={"language": "typescript"}))
    assert (facts.diagnostics, facts.python is not None and facts.python.steps) == ((), ())


def test_shell_lines_are_commands_and_installs_are_dependencies() -> None:
    facts = read_notebook("a.ipynb", notebook("x = 1", "%pip install -q openai==0.28 \\\n   ragas\n!ls"))
    span = Span(2, 0, 3, 10)
    assert facts.commands == (
        Command("pip install -q openai==0.28 ragas", "script", "notebook", span),
        Command("ls", "script", "notebook", Span(4, 0, 4, 5)),
    )
    assert facts.dependencies == (
        Dependency("openai", "==0.28", "0.28", "python", "requirement", "notebook", span),
        Dependency("ragas", "", None, "python", "requirement", "notebook", span),
    )


def test_version_3_keeps_its_cells_in_worksheets() -> None:
    data = json.dumps({"worksheets": [{"cells": [{"cell_type": "code", "input": "x = 1"}]}]}).encode()
    assert source(data) == "x = 1"


def test_what_is_no_notebook() -> None:
    for data in [b"{", b"[]", b"\0\0\0", b"[" * 100_000]:
        facts = read_notebook("a.ipynb", data) if b"\0" not in data else None
        assert facts is None or [said.code for said in facts.diagnostics] in (["parse-error"], ["too-deep"])
        assert source(data) == ""
