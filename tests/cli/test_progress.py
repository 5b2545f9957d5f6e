"""Progress: on a terminal, after a while, and gone at the end."""

from __future__ import annotations

import io
from time import sleep

import pytest

from ailint.cli import progress
from ailint.cli.progress import Progress


class Terminal(io.StringIO):
    """Standard error as a terminal."""

    def isatty(self) -> bool:
        return True


def shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, after: float, *, wanted: bool = True) -> str:
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setattr(progress, "AFTER", after)
    monkeypatch.setenv("TERM", "xterm")
    with Progress(wanted=wanted) as tell:
        tell("reading 3 files")
        sleep(0.2)
    return stream.getvalue()


def test_long_runs_say_what_they_do_and_clean_up(monkeypatch: pytest.MonkeyPatch) -> None:
    text = shown(monkeypatch, Terminal(), after=0.01)
    assert "reading 3 files · 0 s" in text
    assert text.endswith("\x1b[?25h\r\x1b[1A\x1b[2K")


@pytest.mark.parametrize(
    ("stream", "after", "wanted"),
    [(Terminal(), 5.0, True), (io.StringIO(), 0.01, True), (Terminal(), 0.01, False)],
    ids=["a short run", "no terminal", "quiet"],
)
def test_nothing_is_shown(monkeypatch: pytest.MonkeyPatch, stream: io.StringIO, after: float, *, wanted: bool) -> None:
    assert shown(monkeypatch, stream, after, wanted=wanted) == ""
