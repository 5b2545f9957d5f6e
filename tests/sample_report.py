"""One sample report, which goes through every renderer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Diagnostic, Place, Related, Severity, Span, satisfied, violated
from ailint.finding import State
from ailint.judge import judge
from ailint.readiness import Exceptions, Proof, assess
from ailint.settings import Stage
from ailint.sources import Sources
from ailint.summary import Demands, Report, gate, rule_results
from ailint.suppress import suppress
from ailint.waivers import Known
from tests.sample import Part, config, place, project, rule, sources

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ailint.facts import Verdict
    from ailint.packs import Rule

CONTROLS = (
    Proof("rate-limit", "app.py", 5, "`slowapi.Limiter.limit` is used", declared=False),
    Proof("rate-limit", "app.py", 9, "`slowapi.Limiter.limit` is used", declared=False),
    Proof("fallback", "pyproject.toml", 2, "fallback is declared outside the repository: the gateway", declared=True),
)
APP = """\
from openai import OpenAI

client = OpenAI()  # ailint: ignore[llm-call-no-retry] -- the queue retries


def answer(question: str) -> str:
    text = client.chat.completions.create(
        model="gpt-4o",
        messages=[{"role": "user", "content": question}],
    ).choices[0].message.content
    exec(text)
"""


def sample_report() -> Report:
    """Every state, an area without findings, a finding of each severity, something done well."""
    made = Related(Place("app.py", Span(3, 9, 3, 17)), "client made here without a timeout")
    call = Place("app.py", Span(7, 11, 10, 5), "answer")
    answered = Related(call, "the model answers here", "first")
    rules = [
        rule(violated(call, "waits for up to 600 s", related=(made,)), satisfied(place(), "60 s")),
        rule(violated(Place("app.py", Span(3, 9, 3, 17)), "is never retried"), name="llm-call-no-retry", code="AIL102", severity=Severity.MEDIUM),
        rule(
            violated(Place("app.py", Span(11, 4, 11, 14), "answer"), "model output `text` is executed\x1b[2J", related=(answered,)),
            name="llm-output-to-code-execution", code="AIL201", area="security", domain="governance", severity=Severity.CRITICAL, effort="hours",
            title="Model output is executed", why="Whoever writes the prompt runs code here.", fix="Parse the text instead, or run it in a sandbox.",
        ),
        rule(
            violated(place("pyproject.toml"), "no evaluation found"),
            name="eval-suite-absent", code="AIL301", area="evaluation", domain="testing", scope="project", severity=Severity.LOW, effort="days",
            status="preview", title="No evaluation suite", why="Nobody knows.", fix="Write twenty cases.",
        ),
        rule(
            violated(place(line=8), "is an alias"),
            name="model-alias-unpinned", code="AIL315", area="evaluation", domain="mlops", stage=Stage.PRODUCTION,
        ),
        rule(satisfied(place(), "pinned"), satisfied(place(), "pinned"), name="deprecated-llm-sdk", code="AIL318", area="evaluation", domain="mlops"),
    ]  # fmt: skip
    return report_of(rules, sources(app_py=APP), frozenset({"app.py"}), Diagnostic("bad.py", 3, "parse-error", "cannot be parsed"))


def sample_of(verdicts: Sequence[Verdict], texts: dict[str, str]) -> Report:
    """The report of one rule that said this about files of that text."""
    return report_of([rule(*verdicts)], Sources({}, lambda path: texts[path].encode()), frozenset(texts))


def report_of(rules: Sequence[Rule], files: Sources, selected: frozenset[str], *diagnostics: Diagnostic) -> Report:
    """The report of rules over files, for a pilot."""
    settings, cards = config(stage=Stage.PILOT), {part.card.name: part.card for part in rules}
    judged = judge(project(Part(files=tuple(selected))), rules, settings, files, selected)
    known = Known({name: name for name in cards}, frozenset(cards))
    suppressed = suppress(judged.findings, selected, known, settings, files)
    said = (*diagnostics, *suppressed.diagnostics)
    aside = frozenset(finding.fingerprint for finding in suppressed.findings if finding.state is State.SUPPRESSED)
    verdict = gate(suppressed.findings, said, 1, Demands("high"))
    return Report(
        root=".", stage=Stage.PILOT, files=2, files_read=1, duration_s=0.41, projects=((".", "application"),), rules_known=6,
        cards=cards, rules=rule_results(list(cards.values()), judged.tallies), findings=suppressed.findings, diagnostics=said,
        readiness=assess(cards, judged.judged, Exceptions(set_aside=aside), CONTROLS), tallies=judged.tallies,
        judged={answer.fingerprint: answer for answer in judged.judged if answer.fingerprint},
        exit_code=verdict.code, exit_reason=verdict.reason, sources=files,
    )  # fmt: skip
