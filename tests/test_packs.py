"""Packs: cards of several folders, joined with their checks and options."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from ailint.errors import PackError
from ailint.packs import bind, find_checks, load_cards, read_cards
from ailint.rule import load_card
from tests.sample import card, config
from tests.test_rule import TEXT, write

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.packs import Checks


def no_timeout(project: object, *, call: str = "", max_seconds: float = 600) -> Iterator[Any]:
    yield from [project, call, max_seconds][:0]


CHECKS: Checks = {"no_timeout": (no_timeout,), "twice": (no_timeout, no_timeout)}


def test_cards_are_sorted_by_name(tmp_path: Path) -> None:
    write(tmp_path / "a", TEXT, name="b-rule")
    write(tmp_path / "b", TEXT.replace("AIL101", "AIL102"), name="a-rule")
    assert [card.name for card in read_cards([tmp_path / "a", tmp_path / "b"])] == ["a-rule", "b-rule"]


def test_two_rules_with_one_code_stop_the_run(tmp_path: Path) -> None:
    write(tmp_path, TEXT, name="one")
    write(tmp_path, TEXT, name="two")
    with pytest.raises(PackError) as refusal:
        read_cards([tmp_path])
    assert all(part in str(refusal.value) for part in ("code `AIL101`", "one/rule.yaml", "two/rule.yaml"))


def test_two_rules_with_one_name_stop_the_run(tmp_path: Path) -> None:
    write(tmp_path / "a", TEXT)
    write(tmp_path / "b", TEXT.replace("AIL101", "AIL102"))
    with pytest.raises(PackError, match="name `llm-call-no-timeout`"):
        read_cards([tmp_path / "a", tmp_path / "b"])


def test_missing_folder() -> None:
    with pytest.raises(PackError, match="there is no such rule pack"):
        read_cards([Path("nowhere")])


def test_options_of_the_user_beat_the_card() -> None:
    (rule,) = bind([card(**{"with": {"call": "llm.call"}}, options={"max-seconds": 600})], CHECKS, {"llm-call-no-timeout": {"max-seconds": 60.0}})
    assert rule.options == {"call": "llm.call", "max_seconds": 60.0}


def test_unknown_option_names_the_nearest() -> None:
    with pytest.raises(PackError, match=r"unknown option `max-second` in .*did you mean `max-seconds`"):
        bind([card(options={"max-seconds": 600})], CHECKS, {"llm-call-no-timeout": {"max-second": 60}})


def test_option_of_the_wrong_type() -> None:
    with pytest.raises(PackError, match=r"`max-seconds` in .* is a int such as 600, not 'x'"):
        bind([card(options={"max-seconds": 600})], CHECKS, {"llm-call-no-timeout": {"max-seconds": "x"}})


def test_missing_check_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"rule\.yaml:14: there is no check `no_timeouts`; did you mean `no_timeout`"):
        bind([load_card(write(tmp_path, TEXT.replace("call_without", "no_timeouts")))], CHECKS, {})


def test_two_checks_of_one_name_stop_the_run(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="two checks are called `twice`"):
        bind([load_card(write(tmp_path, TEXT.replace("call_without", "twice")))], CHECKS, {})


PARAMETERS = {
    "one that it does not take": (
        "{cal: llm.chat, argument: timeout}",
        "rule.yaml:15: the check `call_without` takes no `cal`; did you mean `call`?",
    ),
    "a list for a text": ("{call: [llm.chat], argument: timeout}", "rule.yaml:15: `call` of the check `call_without` is a text, not ['llm.chat']"),
    "one that it needs": ("{call: llm.chat}", "rule.yaml:15: the check `call_without` needs `argument` in `with`"),
}


@pytest.mark.parametrize(("given", "message"), PARAMETERS.values(), ids=PARAMETERS.keys())
def test_what_a_check_is_called_with(tmp_path: Path, given: str, message: str) -> None:
    written = load_card(write(tmp_path, TEXT.replace("{call: llm.call, argument: timeout}", given)))
    with pytest.raises(PackError) as refusal:
        bind([written], find_checks(), {})
    assert message in str(refusal.value)


def test_only_checks_are_checks() -> None:
    found = find_checks()
    assert {"call_without", "waiver_expired", "llm_call_no_timeout"} <= found.keys()
    assert not {"applications", "clients", "uses", "answered"} & found.keys()


PLUGIN = """\
def plugin_check(project):
    return iter(())


def helper(value):
    return value
"""


@pytest.fixture
def plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An installed package that brings a rule and its check."""
    package = tmp_path / "sample_plugin"
    (package / "checks").mkdir(parents=True)
    for name, text in {"__init__.py": "", "checks/__init__.py": "", "checks/plugin.py": PLUGIN}.items():
        (package / name).write_text(text, encoding="utf-8")
    write(package, TEXT.replace("AIL101", "AIL991").replace("call_without", "plugin_check"), name="plugin-rule")
    entries = tmp_path / "sample_plugin-1.dist-info"
    entries.mkdir()
    (entries / "METADATA").write_text("Metadata-Version: 2.1\nName: sample-plugin\nVersion: 1\n", encoding="utf-8")
    (entries / "entry_points.txt").write_text("[ailint.rules]\nsample = sample_plugin\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    return package


@pytest.mark.usefixtures("plugin")
def test_installed_packages_bring_rules_and_checks() -> None:
    assert "plugin-rule" in {card.name for card in load_cards(config())}
    assert find_checks(config())["plugin_check"][0].__module__ == "sample_plugin.checks.plugin"


@pytest.mark.usefixtures("plugin")
def test_installed_packages_can_be_left_out() -> None:
    assert "plugin-rule" not in {card.name for card in load_cards(config(plugins=False))}


def test_an_entry_point_that_is_no_package(plugin: Path) -> None:
    (plugin.parent / "sample_plugin-1.dist-info" / "entry_points.txt").write_text("[ailint.rules]\nsample = json.decoder\n", encoding="utf-8")
    with pytest.raises(PackError, match=r"`json\.decoder` is not an installed package"):
        load_cards(config())


def test_a_pack_of_the_project(tmp_path: Path) -> None:
    write(tmp_path / "tools", TEXT.replace("AIL101", "AIL991"), name="own-rule")
    assert "own-rule" in {card.name for card in load_cards(config(root=tmp_path, rule_packs=("tools",)))}


FOLDERS = {
    "misspelt": ("tool", "pyproject.toml:1: `tool` in rule-packs: there is no such folder; did you mean `tools`?"),
    "without rules": ("empty", "pyproject.toml:1: `empty` in rule-packs: holds no */*/rule.yaml"),
    "outside": ("../outside", "`../outside` in rule-packs leads out of the repository; name it with --config"),
    "through a link": ("linked", "`linked` in rule-packs leads out of the repository"),
}


@pytest.mark.parametrize(("folder", "message"), FOLDERS.values(), ids=FOLDERS.keys())
def test_a_pack_that_is_none_or_lies_elsewhere(tmp_path: Path, folder: str, message: str) -> None:
    root = tmp_path / "repo"
    write(root / "tools", TEXT.replace("AIL101", "AIL991"), name="own-rule")
    write(tmp_path / "outside", TEXT.replace("AIL101", "AIL992"), name="outer-rule")
    (root / "empty").mkdir()
    (root / "linked").symlink_to(tmp_path / "outside")
    with pytest.raises(PackError) as refusal:
        load_cards(config(root=root, rule_packs=(folder,)))
    assert message in str(refusal.value)


def test_the_command_line_may_name_a_pack_anywhere(tmp_path: Path) -> None:
    (tmp_path / "repo").mkdir()
    write(tmp_path / "outside", TEXT.replace("AIL101", "AIL992"), name="outer-rule")
    named = config(root=tmp_path / "repo", rule_packs=("../outside",), origins={"rule-packs": "--config"})
    assert "outer-rule" in {card.name for card in load_cards(named)}
