"""Makes the folder of a new rule: a card to fill in and a case to replace."""

from __future__ import annotations

import re
import sys

from ailint.packs import builtin_rules, read_cards
from ailint.rule import AREAS

CARD = """\
code: {code}
title:
domain:
severity:
status: preview
stage:
scope:
needs: []
languages: [python]
why: |

fix:
effort:
standards: {{}}
references: []
check: {check}
"""
CASE = "# One whole small module, as people write it: mark what is found and what is fine.\n"
NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)+")


def main(area: str, name: str) -> None:
    """Write the card with the next free code of the area."""
    if area not in AREAS or not NAME.fullmatch(name):
        sys.exit(f"make new-rule AREA={'|'.join(AREAS)} NAME=words-with-dashes")
    folder = builtin_rules() / area / name
    (folder / "cases").mkdir(parents=True)
    card = CARD.format(code=next_code(area), check=name.replace("-", "_"))
    (folder / "rule.yaml").write_text(card, encoding="utf-8")
    (folder / "cases" / "basic.py").write_text(CASE, encoding="utf-8")
    print(folder)


def next_code(area: str) -> str:
    """One above the highest code of the area, whose hundreds are its place among the areas."""
    hundred = (list(AREAS).index(area) + 1) * 100
    used = [int(card.code[3:]) for card in read_cards([builtin_rules()]) if card.area == area]
    return f"AIL{max([hundred, *used]) + 1}"


if __name__ == "__main__":
    main(*sys.argv[1:3])
