"""The configuration that is written: valid, small, and nothing else changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from ailint.init.configuration import configuration
from ailint.settings import Stage

if TYPE_CHECKING:
    from pathlib import Path

TABLE = '[tool.ailint]\n# it runs (a.yml)\nstage = "pilot"\n'
ADDED = {
    "after the tools": ("[tool.a]\nx = 1\n\n[b]\n", f"[tool.a]\nx = 1\n\n{TABLE}\n[b]\n"),
    "at the end": ("[a]\nx = 1\n", f"[a]\nx = 1\n\n{TABLE}"),
    "without a last line end": ("[tool.a]\nx = 1", f"[tool.a]\nx = 1\n\n{TABLE}"),
    "an empty file": ("", TABLE),
    "tables that are split": ("[tool.a]\n[p]\n[tool.b]\n", f"[tool.a]\n\n{TABLE}\n[p]\n[tool.b]\n"),
}


@pytest.mark.parametrize("end", ["\n", "\r\n"], ids=["lf", "crlf"])
@pytest.mark.parametrize(("before", "after"), ADDED.values(), ids=ADDED.keys())
def test_added(tmp_path: Path, before: str, after: str, end: str) -> None:
    written = before.replace("\n", end)
    (tmp_path / "pyproject.toml").write_bytes(written.encode())
    proposal = configuration(tmp_path, Stage.PILOT, "it runs (a.yml:12)")
    assert (proposal.path, proposal.after) == ("pyproject.toml", after.replace("\n", end if end in written else "\n").encode())


@pytest.mark.parametrize("text", [None, "tool = {a = 1}\n"], ids=["no manifest", "tools in one line"])
def test_a_file_of_its_own(tmp_path: Path, text: str | None) -> None:
    if text:
        (tmp_path / "pyproject.toml").write_text(text, encoding="utf-8")
    proposal = configuration(tmp_path, Stage.POC, "")
    assert (proposal.path, proposal.after) == ("ailint.toml", b'stage = "poc"\n')


@pytest.mark.parametrize(("name", "text"), [("ailint.toml", ""), ("pyproject.toml", "[tool.ailint.lint]\nignore = []\n")])
def test_what_exists_is_left(tmp_path: Path, name: str, text: str) -> None:
    (tmp_path / name).write_text(text, encoding="utf-8")
    proposal = configuration(tmp_path, Stage.POC, "")
    assert (proposal.path, proposal.after) == (name, None)


keys = st.sampled_from(["[tool.a]", "[tool.b.c]", "[[tool.d]]", "[p]", "[q.r]", "# c", "", "x = 1", 'y = """\n[tool.ailint]\n"""', "tool.z.w = 2"])


@settings(deadline=None)
@given(lines=st.lists(keys, max_size=8))
def test_whatever_the_file_only_a_table_is_added(tmp_path_factory: pytest.TempPathFactory, lines: list[str]) -> None:
    text = "\n".join(lines)
    try:
        before = tomli.loads(text)
    except tomli.TOMLDecodeError:
        return
    root = tmp_path_factory.mktemp("any")
    (root / "pyproject.toml").write_text(text, encoding="utf-8")
    after = (configuration(root, Stage.PILOT, "x").after or b"").decode()
    expected = {**before, "tool": {**before.get("tool", {}), "ailint": {"stage": "pilot"}}}
    assert tomli.loads(after) == expected
