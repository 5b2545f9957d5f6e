"""Progress: after a second, a line on a terminal that says what ailint is doing."""

from __future__ import annotations

import sys
import threading
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from types import TracebackType
    from typing import Self

AFTER = 1.0
EVERY = 0.1
FRAMES = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏"


class Progress:
    """Call it with what begins; it is shown on standard error if that is a terminal and the run takes long."""

    def __init__(self, *, wanted: bool) -> None:
        self._wanted = wanted and sys.stderr.isatty()
        self._doing = ""
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._show, daemon=True)

    def __call__(self, doing: str) -> None:
        """Say what begins."""
        self._doing = doing

    def __enter__(self) -> Self:
        if self._wanted:
            self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._done.set()
        if self._wanted:
            self._thread.join()

    def _show(self) -> None:
        started = monotonic()
        if self._done.wait(AFTER):
            return
        frame = 0
        while not self._done.wait(EVERY):
            frame += 1
            sys.stderr.write(f"\r\x1b[2K{FRAMES[frame % len(FRAMES)]} {self._doing} · {monotonic() - started:.0f} s")
            sys.stderr.flush()
        sys.stderr.write("\r\x1b[2K")
        sys.stderr.flush()
