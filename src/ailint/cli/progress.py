"""Progress: after a second, a line on a terminal that says what ailint is doing."""

from __future__ import annotations

import sys
from threading import Timer
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import Self

    from rich.console import RenderableType
    from rich.live import Live

AFTER = 1.0


class Progress:
    """Call it with what begins; it is shown on standard error if that is a terminal and the run takes long."""

    def __init__(self, *, wanted: bool) -> None:
        self._doing = ""
        self._started = monotonic()
        self._live = _live(self._words) if wanted and sys.stderr.isatty() else None
        self._timer = Timer(AFTER, self._live.start) if self._live else None

    def __call__(self, doing: str) -> None:
        """Say what begins."""
        self._doing = doing

    def __enter__(self) -> Self:
        if self._timer:
            self._timer.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        if self._timer and self._live:
            self._timer.cancel()
            self._timer.join()
            self._live.stop()

    def _words(self) -> str:
        return f"{self._doing} · {monotonic() - self._started:.0f} s"


def _live(words: Callable[[], str]) -> Live:
    """A spinner and words that are asked for anew each time; imported here, since no thread may import while processes are started."""
    from rich.console import Console
    from rich.live import Live
    from rich.spinner import Spinner
    from rich.text import Text

    spinner = Spinner("dots")

    def line() -> RenderableType:
        spinner.update(text=Text(words(), no_wrap=True, overflow="ellipsis"))
        return spinner

    console = Console(file=sys.stderr, color_system=None, legacy_windows=False)
    return Live(console=console, get_renderable=line, refresh_per_second=10, transient=True, redirect_stdout=False, redirect_stderr=False)
