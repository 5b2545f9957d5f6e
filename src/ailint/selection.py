"""Selection: which rules run, by name, code, area, domain, severity or standard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.errors import ConfigError, suggestion
from ailint.settings import Scope

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ailint.config import Config
    from ailint.rule import Card


def select(cards: Sequence[Card], config: Config) -> frozenset[str]:
    """Names of the rules that run; ConfigError on a selector, or on a rule named elsewhere in `config`, that matches none.

    A selector that names a rule beats one that names a group; between equals, ignoring wins.
    """
    refuse_unknown_rules(cards, config)
    wanted = _matches(cards, [*config.lint.select, *config.lint.extend_select])
    unwanted = _matches(cards, [*config.lint.ignore, *config.lint.extend_ignore])
    return frozenset(card.name for card in cards if _in_scope(card, config.scope) and _runs(card, wanted, unwanted, preview=config.preview))


def matches(card: Card, selector: str) -> bool:
    """Whether `selector` stands for this rule: its name, its code, `ALL` or a group such as `area:security`."""
    if selector == "ALL" or names(card, selector):
        return True
    group, _, member = selector.lower().partition(":")
    if group in {"area", "domain", "severity"}:
        return bool(getattr(card, group) == member)
    return any(member == item.lower() for key, items in card.standards.items() if _is_standard(key, group) for item in items)


def names(card: Card, selector: str) -> bool:
    """Whether `selector` is this rule's name or code."""
    return selector in (card.name, card.code)


def refuse_unknown_rules(cards: Iterable[Card], config: Config) -> None:
    """ConfigError where severities, options, waivers or per-file ignores name a rule that no pack has."""
    known = {word for card in cards for word in (card.name, card.code)}
    for (*key, rule), where in _named(config):
        if rule not in known:
            line = config.written.span(*key).line
            place = f"{config.source}:{line}" if config.written.text else config.source
            message = f"{place}: unknown rule `{rule}` in {where}{suggestion(rule, known)}"
            raise ConfigError(message)


def _named(config: Config) -> Iterator[tuple[tuple[str, ...], str]]:
    """Rules that settings name: the key that does, the rule at its end, and the setting."""
    yield from ((("lint", "severity", rule, rule), "lint.severity") for rule in config.lint.severity)
    yield from ((("lint", "rules", rule, rule), "lint.rules") for rule in config.lint.rules)
    yield from ((("waivers", str(number), "rule", waiver.rule), "waivers") for number, waiver in enumerate(config.waivers))
    for glob, rules in config.lint.per_file_ignores.items():
        yield from ((("lint", "per-file-ignores", glob, rule), "lint.per-file-ignores") for rule in rules)


def _matches(cards: Sequence[Card], selectors: Iterable[str]) -> dict[str, bool]:
    """Name of each rule that `selectors` match → whether one of them names it."""
    found: dict[str, bool] = {}
    for selector in selectors:
        matched = [card for card in cards if matches(card, selector)]
        if not matched and selector != "ALL":
            message = f"`{selector}` matches no rule{suggestion(selector, _selectors(cards))}"
            raise ConfigError(message)
        for card in matched:
            found[card.name] = found.get(card.name, False) or names(card, selector)
    return found


def _runs(card: Card, wanted: dict[str, bool], unwanted: dict[str, bool], *, preview: bool) -> bool:
    if card.name not in wanted:
        return False
    named = wanted[card.name]
    if card.name in unwanted and (unwanted[card.name] or not named):
        return False
    return named or preview or card.status == "stable"


def _in_scope(card: Card, scope: Scope) -> bool:
    return scope is Scope.ALL or (scope is Scope.PROJECT) == (card.scope == "project")


def _is_standard(key: str, group: str) -> bool:
    return key == group or key.startswith(f"{group}-")


def _selectors(cards: Iterable[Card]) -> list[str]:
    groups = {f"{group}:{getattr(card, group)}" for card in cards for group in ("area", "domain", "severity")}
    standards = {f"{key}:{item}" for card in cards for key, items in card.standards.items() for item in items}
    return sorted(groups | standards | {word for card in cards for word in (card.name, card.code)})
