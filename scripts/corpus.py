"""Runs ailint over a folder of checkouts and says which findings came and went since the last time."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

KEPT = Path(__file__).parents[1] / "build" / "corpus.txt"


def findings(checkout: Path) -> list[str]:
    """A line for each finding of one checkout."""
    command = [sys.executable, "-m", "ailint", "check", "--isolated", "--preview", "--exit-zero", "--quiet", "--output-format", "json"]
    done = subprocess.run(command, cwd=checkout, capture_output=True, text=True, check=False)  # noqa: S603 -- our own command
    if done.returncode:
        return [f"{checkout.name}: exit {done.returncode}: {done.stderr.strip().splitlines()[-1:]}"]
    return [f"{checkout.name}/{found['path']}:{found['line']} {found['rule']}" for found in json.loads(done.stdout)["findings"]]


def main(checkouts: Path) -> None:
    """Compare with what was kept, then keep the new."""
    folders = sorted(path for path in checkouts.iterdir() if path.is_dir())
    lines = [line for folder in folders for line in findings(folder)]
    before = KEPT.read_text(encoding="utf-8").splitlines() if KEPT.exists() else []
    for line in sorted(set(before) ^ set(lines)):
        print("+" if line in lines else "-", line)
    KEPT.parent.mkdir(exist_ok=True)
    KEPT.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    print(f"{len(lines)} findings in {len(folders)} checkouts, {len(before)} before")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
