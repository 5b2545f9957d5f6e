"""Reports on repositories that try everything: random findings whose words are commands, markup and control characters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st
from msgspec.structs import replace

from ailint.facts import Outcome, Severity
from ailint.finding import Finding, Related, State, Suppression, order
from ailint.judge import Judged
from tests.sample import sources
from tests.sample_report import sample_report

if TYPE_CHECKING:
    from ailint.summary import Report

NOTEBOOK = "n.ipynb"
SAMPLE = replace(sample_report(), sources=sources({NOTEBOOK: (1, 9, 17)}, app_py="x = 'é😀'\n" * 20))
FRAGMENTS = (
    "::error::", "\n::set-output name=x::y", "##[error]", "##vso[task.setvariable]", "###[group]", "%0A::warning::", "\r\n", "\x1b[2J", "\x9b31m",
    "\x1b]8;;https://bad.example\x07", "\u202e", "\u2028", "\x00", "]]>", "<script>", "<!--", "&amp;", "<a href=x>", "![x](https://bad.example)",
    "[x](javascript:y)",
    "[x]: https://bad.example", "<https://bad.example>", "https://bad.example", "www.bad.example", "@everyone", "#1", "`", "``", "\\`",
    "|", "---", "# ", "> ", "- ", "    x", "$(x)", "${{ x }}", "{0}", "{{", '"', "'", "\\", ",", ":", "%", "é", "😀", "a", " ",
)  # fmt: skip
WORDS = st.lists(st.one_of(st.sampled_from(FRAGMENTS), st.text(max_size=5)), max_size=8).map("".join)
PATHS = st.one_of(st.just("app.py"), st.just("::error::a.py"), WORDS.map(lambda text: text.replace("\0", "") or "app.py"))
NUMBERS = st.integers(1, 40)


@st.composite
def findings(draw: st.DrawFn) -> Finding:
    """A finding of a rule of the sample, with everything that a repository decides drawn."""
    line, column, end_line, end_column = draw(st.tuples(NUMBERS, NUMBERS, NUMBERS, NUMBERS))
    state = draw(st.sampled_from(State))
    cell = draw(st.one_of(st.none(), st.integers(1, 3)))
    suppression = Suppression(draw(st.sampled_from(["inline", "waiver"])), draw(WORDS) or None, draw(PATHS), draw(NUMBERS))
    return replace(
        draw(st.sampled_from(SAMPLE.findings)),
        message=draw(WORDS), path=NOTEBOOK if cell else draw(PATHS), symbol=draw(WORDS), severity=draw(st.sampled_from(Severity)), state=state,
        line=line, column=column, end_line=max(line, end_line), end_column=end_column if end_line > line else max(column, end_column),
        cell=cell, fingerprint=f"{draw(st.integers(0, 1 << 64)):016x}",
        related=tuple(draw(st.lists(st.builds(Related, PATHS, NUMBERS, WORDS), max_size=3))),
        suppression=suppression if state is State.SUPPRESSED else None,
    )  # fmt: skip


def judged(finding: Finding) -> Judged:
    """The answer behind a finding: a value came by its first two related places."""
    way = finding.related[:2]
    return Judged(finding.rule, ".", Outcome.VIOLATED, finding.severity, finding.path, finding.line, "", ways=(way,) if way else ())


REPORTS: st.SearchStrategy[Report] = st.lists(findings(), max_size=8).map(
    lambda found: replace(SAMPLE, findings=tuple(sorted(found, key=order)), judged={finding.fingerprint: judged(finding) for finding in found}),
)
