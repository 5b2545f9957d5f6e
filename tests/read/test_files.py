"""Reading: dispatch, what is left unread, and readers that fail."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ailint.config import Config
from ailint.discover import Contents, SourceFile, discover
from ailint.facts import FileFacts, Setting, Span
from ailint.file_formats import READ
from ailint.read import files
from ailint.read.files import READERS, read, read_data, read_file
from ailint.read.text import NotTextError

if TYPE_CHECKING:
    from pathlib import Path


def build(root: Path, contents: dict[str, str]) -> tuple[SourceFile, ...]:
    for path, text in contents.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    return discover(Config(root=root)).files


REPOSITORY = {
    "app.py": "import openai\nfrom helper import x\n",
    "helper.py": "x = 1\n",
    "unrelated.py": "import os\n",
    "noxfile.py": "def evals(session):\n    session.run('pytest')\n",
    "README.md": "# hi\n",
    "requirements.txt": "-r deps.txt\n",
    "deps.txt": "openai\n",
    "notes.txt": "not read\n",
    "config.yaml": "a: 1\n",
}


def test_every_format_that_is_read_has_its_reader() -> None:
    read_as = {name: read_data("a", name, b"").format for name in READERS if name != "notebook"}
    assert read_as == {name: name for name in READ if name != "notebook"}


def test_python_is_read_where_it_can_matter(tmp_path: Path) -> None:
    facts = read(build(tmp_path, REPOSITORY), Contents(tmp_path), roots=["openai"])
    assert [(found.path, found.python is not None) for found in facts] == [
        ("app.py", True),
        ("config.yaml", False),
        ("deps.txt", False),
        ("helper.py", True),
        ("noxfile.py", True),
        ("requirements.txt", False),
    ]


def test_without_roots_all_python_is_read(tmp_path: Path) -> None:
    facts = read(build(tmp_path, REPOSITORY), Contents(tmp_path))
    assert [found.path for found in facts if found.format == "python"] == ["app.py", "helper.py", "noxfile.py", "unrelated.py"]


def test_a_file_that_is_included_is_a_requirements_file(tmp_path: Path) -> None:
    facts = {found.path: found for found in read(build(tmp_path, REPOSITORY), Contents(tmp_path))}
    assert [found.name for found in facts["deps.txt"].dependencies] == ["openai"]


def test_a_pipeline_includes_others(tmp_path: Path) -> None:
    files_ = {
        ".gitlab-ci.yml": "include:\n  - local: /ci/evals.yml\n  - project: x\n    file: elsewhere.yml\n",
        "ci/evals.yml": "include: 'ci/more.yml'\nevals:\n  script: [make eval]\n",
        "ci/more.yml": "more: {script: pytest}\n",
        "ci/other.yml": "other: {script: x}\n",
        "azure-pipelines.yml": "steps:\n- template: pipelines/steps.yml\n",
        "pipelines/steps.yml": "steps: [{script: make}]\n",
    }
    facts = {found.path: found for found in read(build(tmp_path, files_), Contents(tmp_path))}
    commands = {path: [command.text for command in found.commands if command.text] for path, found in facts.items() if found.format == "workflow"}
    assert commands == {
        ".gitlab-ci.yml": [],
        "ci/evals.yml": ["make eval"],
        "ci/more.yml": ["pytest"],
        "azure-pipelines.yml": [],
        "pipelines/steps.yml": ["make"],
    }


def test_a_migration_with_vectors_is_read(tmp_path: Path) -> None:
    migration = "from alembic import op\nop.execute('CREATE INDEX ON items USING hnsw (e vector_l2_ops)')\n"
    found = build(tmp_path, {"migrations/1.py": migration, "migrations/2.py": "from alembic import op\nop.drop_table('vectors')\n"})
    assert [facts.path for facts in read(found, Contents(tmp_path), roots=["openai"])] == ["migrations/1.py"]


def test_code_that_orders_by_a_distance_is_read(tmp_path: Path) -> None:
    search = "import asyncpg\nQUERY = 'SELECT id FROM items ORDER BY e <=> $1 LIMIT 5'\n"
    found = build(tmp_path, {"search.py": search, "prose.py": "import asyncpg\nARROW = 'a <-> b'\n"})
    assert [facts.path for facts in read(found, Contents(tmp_path), roots=["openai"])] == ["search.py"]


def test_of_a_data_set_only_the_head_is_read(tmp_path: Path) -> None:
    [facts] = read(build(tmp_path, {"evals/cases.jsonl": '{"q": "x"}\n' * 20_000}), Contents(tmp_path))
    assert facts.table is not None
    assert not facts.table.whole


def test_sessions_of_nox_are_commands(tmp_path: Path) -> None:
    facts = {found.path: found for found in read(build(tmp_path, REPOSITORY), Contents(tmp_path))}
    assert [command.text for command in facts["noxfile.py"].commands] == ["pytest"]


def test_several_processes_read_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "WORTHWHILE", 1)
    monkeypatch.setattr(files, "CHUNK", 40)
    found = build(tmp_path, {**REPOSITORY, "half.py": "x = '\\ud800'\n"})
    alone, together = read(found, Contents(tmp_path), 1), read(found, Contents(tmp_path), 2)
    assert [facts for facts in together if facts.path != "half.py"] == [facts for facts in alone if facts.path != "half.py"]


@pytest.mark.parametrize(("processors", "readers"), [(1, 1), (2, 1), (4, 4), (16, 16)])
def test_processes_read_side_by_side_where_there_are_several_processors(processors: int, readers: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.sched_getaffinity", lambda _: set(range(processors)), raising=False)
    assert files._readers() == readers  # noqa: SLF001 -- how many processes there were is not to be seen from outside


def die(*_: object) -> bytes:
    os._exit(1)


def test_a_process_that_dies_costs_what_it_was_reading(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "WORTHWHILE", 1)
    monkeypatch.setattr(files, "_encoded", die)
    facts = read(build(tmp_path, {"a.yaml": "a: 1", "b.yaml": "b: 1"}), Contents(tmp_path), 2)
    assert [(found.path, found.diagnostics[0].code) for found in facts] == [("a.yaml", "reader-crashed"), ("b.yaml", "reader-crashed")]


def test_what_cannot_be_handed_back_is_said() -> None:
    half = FileFacts("half.py", "python", settings=(Setting(("a",), "\ud800", Span(1, 0, 1, 1)),))
    assert [said.code for said in files._encodable(half).diagnostics] == ["not-text"]  # noqa: SLF001 -- no reader gives such facts by itself
    assert files._encodable(FileFacts("a", "yaml")) == FileFacts("a", "yaml")  # noqa: SLF001 -- the same


@pytest.mark.parametrize(
    ("path", "data", "code"),
    [("missing.yaml", None, "unreadable"), ("a.yaml", b"\0\1", "not-text")],
    ids=["gone since it was found", "binary"],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, path: str, data: bytes | None, code: str) -> None:
    if data is not None:
        (tmp_path / path).write_bytes(data)
    assert [said.code for said in read_file(SourceFile(path, 1, "yaml"), Contents(tmp_path)).diagnostics] == [code]


def test_a_reader_that_fails_costs_a_diagnostic(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.yaml").write_text("a: 1", encoding="utf-8")
    monkeypatch.setitem(READERS, "yaml", ("ailint.read.text", "missing"))
    facts = read_file(SourceFile("a.yaml", 1, "yaml"), Contents(tmp_path))
    assert [(said.code, said.message.partition(":")[0]) for said in facts.diagnostics] == [("reader-crashed", "the reader failed")]


NAMES = {
    "python": "a.py",
    "notebook": "a.ipynb",
    "workflow": ".github/workflows/a.yml",
    "dockerfile": "Dockerfile",
    "make": "Makefile",
    "requirements": "requirements.txt",
}
FURTHER = [
    ("make", "justfile"),
    ("make", "tox.ini"),
    ("make", "Procfile"),
    ("workflow", "Jenkinsfile"),
    ("workflow", ".gitlab-ci.yml"),
    *(("requirements", name) for name in ("pyproject.toml", "setup.py", "setup.cfg", "Pipfile", "environment.yml", "package.json")),
    *(("requirements", name) for name in ("uv.lock", "Pipfile.lock", "package-lock.json")),
]
EVERY = [*((name, NAMES.get(name, "a")) for name in READERS), *FURTHER]
FRAGMENTS = st.sampled_from([
    "\n", "  ", "\t", ":", "=", "-", "[", "]", "{", "}", '"', "'", "#", "&a ", "*a ", "<<", "RUN ", "FROM ", "\\\n", "é", "\r", "%", "!", "|", ">",
    "on", "jobs", "run", "name", "cells", "source", "dependencies", "project", "1.0", "==", ",",
    "\x00", "\ufeff", "(", ")", "$(", "x", "[[", "]]", "<<EOF",
])  # fmt: skip
ANY_BYTES = st.one_of(st.binary(max_size=60), st.lists(FRAGMENTS, max_size=25).map(lambda parts: "".join(parts).encode()))


def spans(facts: FileFacts) -> list[Span]:
    groups = (facts.settings, facts.dependencies, facts.commands)
    return [found.span for group in groups for found in group]


@settings(max_examples=400, deadline=None)
@given(st.sampled_from(EVERY), ANY_BYTES)
def test_any_bytes_give_facts_or_a_diagnostic(kind: tuple[str, str], data: bytes) -> None:
    name, path = kind
    try:
        facts = read_data(path, name, data)
    except NotTextError:
        return
    lines = data.decode(errors="replace").count("\n") + data.decode(errors="replace").count("\r") + 1
    assert all(1 <= span.line <= span.end_line <= lines + 1 for span in spans(facts))
    assert all(said.path == path and said.message for said in facts.diagnostics)
