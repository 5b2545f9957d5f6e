"""Cards: what is read, what is refused and where."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from ailint.errors import PackError
from ailint.rule import load_card
from tests.sample import card

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """\
code: AIL101
title: Model call without a timeout
domain: app-engineering
severity: high
status: stable
stage: pilot
scope: site
needs: [llm.call]
languages: [python]
why: |
  One hanging request holds a worker. Ten of them hold the service.
fix: Pass `timeout=` on the client.
effort: minutes
check: call_without
with: {call: llm.call, argument: timeout}
"""


def write(root: Path, text: str, area: str = "monitoring", name: str = "llm-call-no-timeout") -> Path:
    path = root / area / name / "rule.yaml"
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_name_and_area_come_from_the_folder(tmp_path: Path) -> None:
    loaded = load_card(write(tmp_path, TEXT))
    assert (loaded.name, loaded.area, loaded.with_["argument"]) == ("llm-call-no-timeout", "monitoring", "timeout")


def test_reason_is_the_first_sentence() -> None:
    assert card(why="Costs e.g. 3.5 s\nof waiting. Then more.").reason == "Costs e.g. 3.5 s of waiting."


JUDGED = {
    "site rules judge whatever uses AI": ({"scope": "site"}, {"application", "library", "training"}),
    "project rules judge applications": ({"scope": "project"}, {"application"}),
    "the card decides": ({"scope": "project", "kinds": ("training",)}, {"training"}),
}


@pytest.mark.parametrize(("changes", "kinds"), JUDGED.values(), ids=JUDGED.keys())
def test_kinds(changes: dict[str, object], kinds: set[str]) -> None:
    assert {kind for kind in ("application", "library", "training", "none") if card(**changes).judges(kind)} == kinds


REFUSED = {
    "unknown key": (TEXT + "severty: low\n", "rule.yaml:16: unknown key `severty`; did you mean `severity`?"),
    "name is the folder's": (TEXT + "name: other\n", "rule.yaml:16: unknown key `name`"),
    "wrong choice": (
        TEXT.replace("high", "hihg"),
        "rule.yaml:4: `severity`: invalid enum value 'hihg' (one of critical, high, medium, low); did you mean `high`?",
    ),
    "wrong choice of several words": (TEXT.replace("app-eng", "aap-eng"), "governance, observability); did you mean `app-engineering`?"),
    "missing key": (TEXT.replace("fix: Pass `timeout=` on the client.\n", ""), "missing required field `fix`"),
    "wrong type": (TEXT.replace("[llm.call]\nl", "llm.call\nl"), "rule.yaml:8: `needs`: expected `array`, got `str`"),
    "no table": ("- a\n", "rule.yaml:1: a card is a table of keys"),
    "broken": ("a: [", "rule.yaml:2: cannot be parsed: did not find expected node content"),
    "a nested mistake": (TEXT.replace("[llm.call]", "[llm.call, 3]"), "rule.yaml:8: `needs[1]`: expected `str`, got `int`"),
}


@pytest.mark.parametrize(("text", "message"), REFUSED.values(), ids=REFUSED.keys())
def test_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(PackError) as refusal:
        load_card(write(tmp_path, text))
    assert message in str(refusal.value)


def test_refused_area(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="the area one of monitoring, security, evaluation, knowledge"):
        load_card(write(tmp_path, TEXT, area="misc"))


def test_a_card_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="cannot be read"):
        load_card(tmp_path / "rule.yaml")
