"""What several tests need: golden files, a repository, the command line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner, Result

from ailint.cli.main import main
from tests.sample import UNBOUNDED

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path


FORGE = ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "GITHUB_SHA")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--golden", action="store_true", help="rewrite the golden files; read the difference")
    parser.addoption("--rule", help="only the cases of this rule")


@pytest.fixture(autouse=True, scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """One cache for all tests, and none of the user's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AILINT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with the golden file, or write it under `--golden`."""

    def compare(path: Path, text: str) -> None:
        if request.config.getoption("--golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture
def repo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An application with one model call that has no timeout, and the current folder in it."""
    for name in ("AILINT_STAGE", "AILINT_OUTPUT_FORMAT", "NO_COLOR", "FORCE_COLOR", *FORGE):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "app.py").write_text(UNBOUNDED, encoding="utf-8")
    (tmp_path / "requirements.txt").write_text("openai==1.99.9\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text('[tool.ailint.lint]\nselect = ["llm-call-no-timeout"]\n', encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def ailint() -> Callable[..., Result]:
    """`ailint` with arguments, and environment variables as keywords."""

    def run(*args: str, stdin: str | None = None, **env: str) -> Result:
        return CliRunner(env=env).invoke(main, list(args), input=stdin)

    return run
