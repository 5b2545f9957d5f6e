"""Prints the outputs of the action that come from a report of ailint as JSON, whose path is the argument."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

STAGES = ("poc", "pilot", "production")


def outputs(report: dict[str, Any]) -> Iterator[str]:
    """`name=value`, the value empty where the report has none: numbers and stages alone, which need no quoting."""
    score, stage = report["readiness"]["score"], report["readiness"]["stage_reached"]
    yield f"score={'' if score is None else int(score)}"
    yield f"stage-reached={stage if stage in STAGES else ''}"
    yield f"new-findings={int(report['summary']['new'])}"


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in outputs(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))))
