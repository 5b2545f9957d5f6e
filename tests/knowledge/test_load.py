"""Reading tables: errors that name their place, and a compiled copy that is never stale."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ailint.knowledge import TableError, load, load_models
from ailint.knowledge.load import compiled, read_table, table_files
from ailint.knowledge.tables import Library
from tests.linked import knowledge

if TYPE_CHECKING:
    from pathlib import Path

TABLE = "library: acme\nas_of: 2026-01-01\nsource: nowhere\nimports: [acme]\n"


def written(folder: Path, text: str = TABLE) -> Path:
    folder.mkdir(exist_ok=True)
    (folder / "acme.yaml").write_text(text, encoding="utf-8")
    return folder


def test_every_table_that_ships_can_be_read() -> None:
    libraries = [library.library for library in knowledge().libraries]
    assert len(libraries) == len(set(libraries)) > 50
    assert len(load_models()) > 5


def test_a_team_s_own_table_is_read_after_ours(tmp_path: Path) -> None:
    assert load([written(tmp_path / "own")]).libraries[-1].library == "acme"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param(TABLE + "librari: red\n", "acme.yaml:5: unknown key `librari`; did you mean `library`", id="an unknown key"),
        pytest.param(
            TABLE + "classes:\n  - name: acme.A\n    rol: llm.chat\n",
            r"acme.yaml:7: `classes\[0\]`: unknown key `rol`; did you mean `role`",
            id="an unknown key inside",
        ),
        pytest.param(TABLE.replace("library: acme\n", ""), "library", id="a key left out"),
        pytest.param(TABLE.replace("2026-01-01", "soon"), "as_of", id="no date"),
        pytest.param(
            TABLE + "classes: [{name: acme.A, storage: sever}]\n",
            r"acme.yaml:5: .*one of memory, server, argument, saved\); did",
            id="a value that is none of the known ones",
        ),
        pytest.param(
            TABLE + "calls: [{name: ask, on: acme.A}]\n", "acme.yaml:5: `calls.0.`: .*`on`.* quotation marks", id="a key that YAML makes true"
        ),
        pytest.param("library: [", "acme.yaml:2: cannot be parsed", id="no YAML"),
        pytest.param("", "acme.yaml", id="nothing"),
        pytest.param("[" * 5000, "acme.yaml", id="nested too deeply"),
    ],
)
def test_an_error_names_file_and_key(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(TableError, match=told) as raised:
        read_table(written(tmp_path / "own", text) / "acme.yaml", Library)
    assert "acme.yaml" in str(raised.value)


def one(folder: Path, cache: Path) -> list[Library]:
    return compiled("libraries", table_files(folder), Library, cache)


def test_the_compiled_copy_says_the_same(tmp_path: Path) -> None:
    folder = written(tmp_path / "own")
    assert one(folder, tmp_path / "cache") == one(folder, tmp_path / "cache")
    assert len(list((tmp_path / "cache").iterdir())) == 1


def test_a_changed_table_is_read_anew(tmp_path: Path) -> None:
    folder = written(tmp_path / "own")
    one(folder, tmp_path / "cache")
    written(folder, TABLE.replace("nowhere", "somewhere else"))
    assert [library.source for library in one(folder, tmp_path / "cache")] == ["somewhere else"]


def test_a_copy_that_cannot_be_read_is_made_anew(tmp_path: Path) -> None:
    folder = written(tmp_path / "own")
    one(folder, tmp_path / "cache")
    [copy] = (tmp_path / "cache").iterdir()
    copy.write_bytes(b"\xff broken")
    assert [library.library for library in one(folder, tmp_path / "cache")] == ["acme"]


def test_a_folder_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "cache").write_text("a file")
    assert [library.library for library in one(written(tmp_path / "own"), tmp_path / "cache")] == ["acme"]
