"""The adoption page: its files and commands in their order on the sample repository, as somebody would type them."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import NamedTuple

import pytest
import yaml

from tests.repository import FIXTURES, Done, Repository

PAGE = Path(__file__).parents[1] / "docs" / "adoption.md"
PART = re.compile(r"^`([\w./-]+)`\n\n```python\n(.*?)^```$|^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
FAILS = "# fails"
PYTHON = "language: python"


class Step(NamedTuple):
    """A command of the page, or a file that it shows."""

    command: str
    path: str = ""
    text: str = ""


def steps() -> list[Step]:
    found = []
    for path, text, console in PART.findall(PAGE.read_text(encoding="utf-8")):
        commands = [line.removeprefix("$ ") for line in console.splitlines() if line.startswith("$ ")]
        found += [Step(command) for command in commands] or [Step("", path, text)]
    return found


def without_network(repository: Repository) -> None:
    """Have the hook run the ailint that is tested, where `language: python` would install one from an index."""
    file = repository.root / ".pre-commit-config.yaml"
    settings = yaml.safe_load(file.read_text(encoding="utf-8"))
    for hook in (hook for repo in settings["repos"] for hook in repo["hooks"]):
        assert hook.pop("language") == "python"
        assert hook.pop("additional_dependencies")[0].startswith("ailint-cli==")
        hook["language"] = "unsupported"
    file.write_text(yaml.safe_dump(settings), encoding="utf-8")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """The sample repository with a history that knows nothing of ailint."""
    repository = Repository(tmp_path / "chat", tmp_path)
    shutil.copytree(FIXTURES / "poc-chatbot", repository.root, dirs_exist_ok=True)
    assert repository.commit("As it was").code == 0
    return repository


def test_every_command_of_the_page_does_what_it_says(repository: Repository) -> None:
    said: list[tuple[str, Done]] = []
    for command, path, text in steps():
        if path:
            repository.write(path, text)
            continue
        done = repository.run("sh", "-c", command)
        assert (done.code != 0) == (FAILS in command), f"{command}\n{done.output}"
        said.append((command.removesuffix(FAILS).strip(), done))
        if command == "ailint init --write":
            without_network(repository)
    told = {command: done.output for command, done in said}
    assert "Stage poc" in told["ailint init"]
    known = told["ailint baseline create"].split()[2]
    assert f"({known} baselined" in told["ailint check"]
    assert "Passed" in told['git commit --message "Add ailint"']
    assert "calculator.py:18:12   critical  llm-output-to-code-execution" in told['git commit --message "Calculate"']
    compared = [done.output for command, done in said if command == "ailint check --diff-base main"]
    assert ["llm-output-to-code-execution" in output.partition("─")[0] for output in compared] == [True, False]
    assert [f"({known} there before" in output for output in compared] == [True, True]
    assert f"{known} findings in {known} entries, 0 of them gone; 0 new" in told["ailint baseline stats"]
