"""What stages of a cold run cost in seconds of CPU: files read into facts, values followed, everything: `stages.py [TREE]`."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any

from ailint import reading
from ailint.cli.main import main
from ailint.project.flow.engine import Flow

if TYPE_CHECKING:
    from collections.abc import Callable


TREE = Path(__file__).parents[1] / ".cache" / "bench" / "tree"  # as `make bench` leaves it


class Watch:
    """Adds up what functions take, calls inside a call counted once."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._inside = False

    def over(self, function: Callable[..., Any]) -> Callable[..., Any]:
        """The function, watched."""

        def watched(*args: Any, **named: Any) -> Any:  # noqa: ANN401 -- whatever the function takes and gives
            if self._inside:
                return function(*args, **named)
            self._inside = True
            began = process_time()
            try:
                return function(*args, **named)
            finally:
                self.seconds += process_time() - began
                self._inside = False

        return watched


def measure() -> None:
    """Lint the tree once, in this process, without a cache, and print what each stage took."""
    os.chdir(sys.argv[1] if len(sys.argv) > 1 else TREE)
    facts, flow = Watch(), Watch()
    for name in ("read", "with_secrets"):
        setattr(reading, name, facts.over(getattr(reading, name)))
    for question in ("collected", "speaks_for_model"):
        setattr(Flow, question, flow.over(getattr(Flow, question)))
    began = process_time()
    try:
        main(["check", "--isolated", "--no-cache", "--jobs", "1", "--quiet", "--exit-zero", "--output-file", os.devnull])
    except SystemExit as left:
        if left.code:
            raise
    read, followed, whole = facts.seconds, flow.seconds, process_time() - began
    print(f"reading {read:.2f} s, following values {followed:.2f} s ({followed / read:.2f} x), all {whole:.2f} s")


if __name__ == "__main__":
    measure()
