"""Line hashes: by what GitHub's uploader knows an alert again, computed as it does, so that it never finds another than ours."""

from __future__ import annotations

import re
from collections import Counter
from struct import unpack

WINDOW = 100
FACTOR = 37
BITS = 1 << 64
OUT = pow(FACTOR, WINDOW, BITS)
END = 0xFFFF


def line_hashes(text: str) -> list[str]:
    """`hash:repeat` of every line: a rolling hash of the WINDOW UTF-16 units from its start, blanks and tabs left out, and how often it came."""
    units = _units(text)
    starts = [0, *(number for number, unit in enumerate(units, 1) if unit == ord("\n"))]
    padded = [*units, END, *([0] * WINDOW)]
    rolling = 0
    for unit in padded[:WINDOW]:
        rolling = (rolling * FACTOR + unit) % BITS
    seen: Counter[int] = Counter()
    hashes: list[str] = []
    for number in range(starts[-1] + 1):
        if number == starts[len(hashes)]:
            seen[rolling] += 1
            hashes.append(f"{rolling:x}:{seen[rolling]}")
        rolling = (rolling * FACTOR + padded[number + WINDOW] - OUT * padded[number]) % BITS
    return hashes


def _units(text: str) -> tuple[int, ...]:
    plain = re.sub(r"[ \t]", "", re.sub(r"\r\n?", "\n", text))
    data = plain.encode("utf-16-le", "surrogatepass")
    return unpack(f"<{len(data) // 2}H", data)
