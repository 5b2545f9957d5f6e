"""What was judged, made up: rules of every severity, places of every outcome."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from ailint.facts import Outcome, Severity
from ailint.judge import Judged
from ailint.rule import AREAS, Card
from ailint.settings import Stage
from tests.sample import card

DOMAINS = ("app-engineering", "mlops", "cicd", "testing")
RUNGS = ("exists", "wired", "enforced", "safe")
CARDS: dict[str, Card] = {
    (name := f"{area}-{severity}-{status}"): card(
        name=name, area=area, severity=severity, status=status, domain=DOMAINS[number % 4], stage=list(Stage)[number % 3],
        ladder="evaluation", rung=RUNGS[number % 4],
    )
    for number, (area, severity, status) in enumerate((a, s, t) for a in AREAS for s in Severity for t in ("stable", "preview"))
}  # fmt: skip


def answer(rule: str, outcome: Outcome = Outcome.VIOLATED, line: int = 1, **more: Any) -> Judged:
    """One answer; a violation's fingerprint is its rule, sub-project and line."""
    severity, subproject = more.get("severity", CARDS[rule].severity), more.get("subproject", ".")
    fingerprint = f"{rule} {subproject} {line}" if outcome is Outcome.VIOLATED else ""
    return Judged(rule, subproject, outcome, severity, more.get("path", "app.py"), line, more.get("what", "words"), fingerprint)


@st.composite
def answers(draw: st.DrawFn) -> list[Judged]:
    """Answers of some rules about one or two sub-projects."""
    parts = st.tuples(st.sampled_from(sorted(CARDS)), st.sampled_from(list(Outcome)), st.sampled_from([".", "service"]))
    return [answer(rule, outcome, line, subproject=part) for line, (rule, outcome, part) in enumerate(draw(st.lists(parts, max_size=30)))]
