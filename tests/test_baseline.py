"""The baseline: known findings stay known under edits that leave them alone, and a new one is always new."""

from __future__ import annotations

import textwrap
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from ailint.baseline import Baseline, Entry, apply, baseline_of, joined, lines, parse, pruned, stale
from ailint.config import Config
from ailint.discover import discover
from ailint.errors import UserError
from ailint.finding import Finding, State
from ailint.judge import judge
from ailint.knowledge import Knowledge, load
from ailint.packs import Rule, bind, builtin_rules, find_checks, read_cards
from ailint.reading import link
from tests.sample import bad, config, project, rule, sources

HEAD = '{"schema_version": 1, "entries": ['
ROW = '{"fingerprint": "aa", "rule": "r", "path": "p.py", "count": 1}'
WRONG = {
    "empty": ("", "b.json:1: input data was truncated"),
    "no JSON": (f"{HEAD}\n{ROW},\nx]}}", "b.json:3: JSON is malformed"),
    "a field misspelt": (f"{HEAD}\n{ROW},\n{ROW.replace('rule', 'rul')}]}}", "b.json:3: object contains unknown field `rul`; did you mean `rule`?"),
    "no count": (f"{HEAD}\n{ROW.replace('1', '0')}]}}", "b.json:2: expected `int` >= 1 (`count`)"),
    "a key misspelt": ('{"schema_version": 1,\n"entrys": []}', "b.json:1: object contains unknown field `entrys`; did you mean `entries`?"),
    "of another time": ('{"schema_version": 2, "entries": []}', "b.json:1: it has schema version 2, and 1"),
    "a conflict": (f"{HEAD}\n<<<<<<< HEAD\n{ROW}\n=======\n", "b.json:2: a conflict of git is not resolved"),
    "without end": ("[" * 100_000, "b.json:1: "),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words"), WRONG.values(), ids=WRONG.keys())
def test_what_is_wrong_is_said_with_its_line(text: str, words: str) -> None:
    with pytest.raises(UserError) as error:
        parse(text.encode(), "b.json")
    assert str(error.value).replace("the baseline cannot be read: ", "", 1)[: len(words)] == words


def entry(fingerprint: str, count: int = 1, rule: str = "r", path: str = "p.py") -> Entry:
    return Entry(fingerprint, rule, path, count)


def text_of(baseline: Baseline) -> str:
    return "".join(f"{line}\n" for line in lines(baseline))


paths = st.text('a/é" \\\n{},]', max_size=8)
entries = st.builds(Entry, st.text("0123456789abcdef", min_size=2, max_size=2), st.sampled_from("abc"), paths, st.integers(1, 9))
SLOW = settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow])  # each example lints twice


@given(st.lists(entries))
def test_what_is_written_is_read(some: list[Entry]) -> None:
    written = joined(some)
    assert parse(text_of(written).encode(), "b.json") == written


@given(st.lists(entries, unique_by=lambda one: one.fingerprint), st.data())
def test_the_order_of_entries_does_not_matter(some: list[Entry], data: st.DataObject) -> None:
    assert text_of(joined(data.draw(st.permutations(some)))) == text_of(joined(some))


def test_one_entry_a_line() -> None:
    assert text_of(joined([entry("bb"), entry("aa")])).split("\n") == [HEAD, f"{ROW},", ROW.replace("aa", "bb"), "]}", ""]
    assert text_of(joined()) == f"{HEAD}\n]}}\n"


def test_commas_that_a_merge_lost_or_doubled_do_not_matter() -> None:
    torn = f"{HEAD}\n{ROW}\n{ROW.replace('aa', 'bb')},,\n{ROW.replace('aa', 'cc')},\n]}}\n"
    assert parse(torn.encode(), "b.json") == joined([entry("aa"), entry("bb"), entry("cc")])


def test_of_one_finding_noted_twice_the_larger_count() -> None:
    assert joined([entry("aa", 2)], [entry("aa", 3)]).entries == (entry("aa", 3),)


def findings(*lines_of: int, state: State = State.NEW) -> list[Finding]:
    text = sources(app_py="ask(x)\n" * 9)
    found = judge(project(), [rule(*(bad(line=line) for line in lines_of))], config(), text, frozenset({"app.py"})).findings
    return [replace(one, state=state) for one in found]


def test_repeats_are_counted() -> None:
    known = baseline_of(findings(1, 2))
    assert [one.count for one in known.entries] == [2]
    assert [one.state for one in apply(findings(1, 2, 3), known).findings] == [State.BASELINED, State.BASELINED, State.NEW]


def test_only_new_findings_are_noted_and_hidden() -> None:
    known = baseline_of(findings(1, 2))
    assert baseline_of(findings(1, state=State.SUPPRESSED)).entries == ()
    assert apply(findings(1, state=State.LATER), known).findings[0].state is State.LATER


def test_what_matches_less_than_it_counts_is_stale_and_can_be_pruned() -> None:
    known = baseline_of(findings(1, 2, 3))
    gone = stale(known, apply(findings(1), known).found, lambda _: True)
    assert [one.count for one in gone] == [2]
    assert [one.count for one in pruned(known, gone).entries] == [1]
    assert stale(known, apply(findings(1, 2, 3, state=State.LATER), known).found, lambda _: True) == ()
    assert len(stale(known, apply(findings(1, 2, 3, state=State.SUPPRESSED), known).found, lambda _: True)) == 1


# what edits do

START = "from openai import OpenAI\n\n"
MAKERS = ("OpenAI(timeout=None)", "OpenAI(timeout=None, max_retries=3)", 'OpenAI(timeout=None, base_url="https://api.openai.com/v1")')
NEIGHBOURS = ("\n", "# why\n", "LIMIT = 3\n", "def other() -> int:\n    return 3\n\n\n", "class Box:\n    size = 1\n\n\n", '"""Words."""\n')


class Function(tuple[int, str, str]):
    """A function that makes a client without a timeout: its number, the call, and what stands above it."""

    __slots__ = ()

    def text(self, name: str, call: str, above: str) -> str:
        asked = f'    return made.responses.create(model="gpt-4o-2024-08-06", input={name})'
        return f"{above}def ask_{self[0]}({name}: str) -> object:\n    made = {call}\n{asked}\n\n\n"


functions = st.lists(st.sampled_from(MAKERS), min_size=1, max_size=4).map(lambda made: [Function((n, call, "")) for n, call in enumerate(made)])


def spread(call: str) -> str:
    """The same call over several lines, as a formatter would have it."""
    name, _, inner = call.removesuffix(")").partition("(")
    return f"{name}(\n" + textwrap.indent(",  # given\n".join(inner.split(", ")) + ",\n", " " * 8) + "    )"


@st.composite
def edited(draw: st.DrawFn, whole: list[Function]) -> str:
    """The functions in another order and layout, with other names and other things around them."""
    shown = []
    for one in draw(st.permutations(whole)):
        call = draw(st.sampled_from([one[1], spread(one[1]), one[1].replace('"', "'"), f"({one[1]})"]))
        shown.append(one.text(draw(st.sampled_from(["question", "words"])), call, draw(st.sampled_from(NEIGHBOURS))))
    return START + "".join(shown) + draw(st.sampled_from(NEIGHBOURS))


@cache
def knowledge() -> Knowledge:
    return load()


@cache
def no_timeout() -> Rule:
    return next(one for one in bind(read_cards([builtin_rules()]), find_checks(), {}) if one.card.name == "llm-call-no-timeout")


def linted(text: str) -> list[Finding]:
    with TemporaryDirectory() as name:
        Path(name, "app.py").write_text(text, encoding="utf-8")
        Path(name, "requirements.txt").write_text("openai==1.99.9\n", encoding="utf-8")
        settings_of = Config(root=Path(name), jobs=1)
        reading = link(settings_of, discover(settings_of), knowledge())
        return list(judge(reading.project, [no_timeout()], settings_of, reading.sources, reading.selected).findings)


def start(whole: list[Function]) -> str:
    return START + "".join(one.text("question", one[1], "") for one in whole)


@SLOW
@given(functions, st.data())
def test_a_baseline_survives_edits_that_leave_the_findings_alone(whole: list[Function], data: st.DataObject) -> None:
    known = baseline_of(linted(start(whole)))
    applied = apply(linted(data.draw(edited(whole))), known)
    assert [one.state for one in applied.findings] == [State.BASELINED] * len(whole)
    assert stale(known, applied.found, lambda _: True) == ()


@SLOW
@given(functions, st.sampled_from(MAKERS), st.booleans(), st.data())
def test_a_new_finding_is_always_new(whole: list[Function], call: str, again: bool, data: st.DataObject) -> None:  # noqa: FBT001 -- drawn
    name = f"ask_{0 if again else 99}"
    added = f"def {name}(q: str) -> object:\n    made = {call}\n    return made.responses.create(model='gpt-4o-2024-08-06', input=q)\n"
    applied = apply(linted(data.draw(edited(whole)) + added), baseline_of(linted(start(whole))))
    assert [one.state for one in applied.findings].count(State.NEW) == 1


@SLOW
@given(functions, st.data())
def test_a_repeat_that_goes_leaves_the_others_known(whole: list[Function], data: st.DataObject) -> None:
    twice = [*whole, *whole]
    known = baseline_of(linted(start(twice)))
    left = data.draw(st.permutations(twice))[1:]
    applied = apply(linted(start(left)), known)
    assert {one.state for one in applied.findings} == {State.BASELINED}
    assert [one.count for one in stale(known, applied.found, lambda _: True)] == [1]
