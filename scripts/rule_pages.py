"""Writes a Markdown page for every rule, from its card and cases, into a folder that is never committed."""

from __future__ import annotations

import sys
from pathlib import Path

from ailint.packs import builtin_rules, read_cards
from ailint.pages import markdown


def main(folder: Path) -> None:
    """One page a rule, `<area>/<name>.md`."""
    cards = read_cards([builtin_rules()])
    for card in cards:
        page = folder / card.area / f"{card.name}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("\n".join(markdown(card)) + "\n", encoding="utf-8")
    print(f"{len(cards)} pages in {folder}")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
