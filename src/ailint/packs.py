"""Packs: folders of rules, found, loaded and joined with the functions that check them."""

from __future__ import annotations

import inspect
import re
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from pkgutil import walk_packages
from typing import TYPE_CHECKING, Any, NamedTuple

from ailint.errors import PackError, suggestion
from ailint.rule import Card, load_card, place_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from types import ModuleType

    from ailint.config import Config
    from ailint.facts import Verdict

    Check = Callable[..., Iterable[Verdict]]
    Checks = Mapping[str, tuple[Check, ...]]

ENTRY_POINTS = "ailint.rules"
CARDS = "*/*/rule.yaml"
ANSWERS = re.compile(r"\b(?:Iterator|Iterable|Generator)\[(?:\w+\.)*Verdict\b")


class Rule(NamedTuple):
    """A card, the function that checks it, and the options the function is called with."""

    card: Card
    check: Check
    options: dict[str, Any]


def load_packs(config: Config) -> tuple[Rule, ...]:
    """Every rule of every pack with its check; PackError where one is missing."""
    cards = load_cards(config)
    return bind(cards, find_checks(config), config.lint.rules)


def load_cards(config: Config) -> tuple[Card, ...]:
    """The cards of every pack, sorted by name; PackError on two with one name or code."""
    own = folders_named(config, "rule-packs", CARDS)
    return read_cards([builtin_rules(), *own, *(package for package, _ in _installed(config))])


def folders_named(config: Config, key: str, files: str) -> list[Path]:
    """The folders that `rule-packs` or `knowledge` names; PackError for one that has no such files, or whose files lie outside of the repository."""
    names: tuple[str, ...] = getattr(config, key.replace("-", "_"))
    written = config.file_of(key)
    place = f"{written}:{config.written.span(key).line}" if written else "--config"
    for name in names:
        folder = config.root / name
        found = list(folder.glob(files))
        if not found:
            beside = (
                path.relative_to(config.root).as_posix() for path in folder.parent.glob("*") if path.is_relative_to(config.root) and path.is_dir()
            )
            problem = f"holds no {files}" if folder.is_dir() else f"there is no such folder{suggestion(name, beside)}"
            message = f"{place}: `{name}` in {key}: {problem}"
            raise PackError(message)
        if written and not all(path.resolve().is_relative_to(config.root.resolve()) for path in found):
            message = f"{place}: `{name}` in {key} leads out of the repository; name it with --config, or install it as a package"
            raise PackError(message)
    return [config.root / name for name in names]


def read_cards(folders: Iterable[Path]) -> tuple[Card, ...]:
    """The cards below `folders`, sorted by name."""
    cards = [load_card(path) for folder in folders for path in _card_files(folder)]
    _refuse_twins(cards)
    return tuple(sorted(cards, key=lambda card: card.name))


def bind(cards: Iterable[Card], checks: Checks, options: dict[str, dict[str, Any]]) -> tuple[Rule, ...]:
    """The cards as rules; PackError where a check is missing or an option unknown."""
    return tuple(Rule(card, _check(card, checks), _options(card, options.get(card.name, {}))) for card in cards)


def builtin_rules() -> Path:
    """The rules that come with ailint: in a wheel inside the package, in a checkout the folder itself."""
    here = Path(__file__).parent
    inside = here / "builtin_rules"
    return inside if inside.is_dir() else here.parents[1] / "rules"


def find_checks(config: Config | None = None) -> Checks:
    """By name, each check of `ailint.checks` and of installed packs: public functions of `project` and of named options, that yield verdicts."""
    packages = ["ailint.checks", *(f"{name}.checks" for _, name in (_installed(config) if config else ()))]
    found: dict[str, tuple[Check, ...]] = {}
    for module in (module for package in packages for module in _modules(package)):
        for name, function in _checks_in(module):
            found[name] = (*found.get(name, ()), function)
    return found


def _card_files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        message = f"{folder}: there is no such rule pack"
        raise PackError(message)
    return sorted(folder.glob(CARDS))


def _refuse_twins(cards: list[Card]) -> None:
    for field in ("name", "code"):
        seen: dict[str, Card] = {}
        for card in cards:
            value = getattr(card, field)
            other = seen.setdefault(value, card)
            if other is not card:
                message = f"two rules have the {field} `{value}`: {other.folder}/rule.yaml and {card.folder}/rule.yaml"
                raise PackError(message)


def _installed(config: Config) -> Iterator[tuple[Path, str]]:
    """Folder and name of each installed package that brings rules; the package itself is not imported here."""
    if not config.plugins:
        return
    from importlib.metadata import entry_points

    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: point.name):
        spec = find_spec(point.module)
        if spec is None or not spec.submodule_search_locations:
            message = f"entry point `{point.name}` of {ENTRY_POINTS}: `{point.module}` is not an installed package"
            raise PackError(message)
        yield Path(spec.submodule_search_locations[0]), point.module


def _modules(package: str) -> Iterator[ModuleType]:
    spec = find_spec(package)
    if spec is None:
        return
    yield import_module(package)
    for module in walk_packages(spec.submodule_search_locations, f"{package}."):
        yield import_module(module.name)


def _checks_in(module: ModuleType) -> Iterator[tuple[str, Check]]:
    for name, function in inspect.getmembers(module, inspect.isfunction):
        if function.__module__ == module.__name__ and not name.startswith("_") and _is_check(inspect.signature(function)):
            yield name, function


def _is_check(signature: inspect.Signature) -> bool:
    parameters = list(signature.parameters.values())
    answers = signature.return_annotation is signature.empty or ANSWERS.search(str(signature.return_annotation))
    asked = [parameter.name for parameter in parameters if parameter.kind not in {parameter.KEYWORD_ONLY, parameter.VAR_KEYWORD}]
    return bool(answers) and asked == ["project"]


def _check(card: Card, checks: Checks) -> Check:
    named = checks.get(card.check, ())
    if len(named) == 1:
        _refuse_parameters(card, named[0])
        return named[0]
    places = " and ".join(check.__module__ for check in named)
    problem = f"two checks are called `{card.check}`: in {places}" if named else f"there is no check `{card.check}`{suggestion(card.check, checks)}"
    message = f"{place_in(card, 'check')}: {problem}"
    raise PackError(message)


def _refuse_parameters(card: Card, check: Check) -> None:
    """PackError where a card gives its check what it does not take, or leaves out what it needs."""
    _, *parameters = inspect.signature(check).parameters.values()
    if any(parameter.kind is parameter.VAR_KEYWORD for parameter in parameters):
        return
    known = {parameter.name.replace("_", "-"): parameter for parameter in parameters}
    given = {name: key for key, table in (("with", card.with_), ("options", card.options)) for name in table}
    for name, key in given.items():
        if name.replace("_", "-") not in known:
            message = f"{place_in(card, key, name)}: the check `{card.check}` takes no `{name}`{suggestion(name, known)}"
            raise PackError(message)
        _refuse_kind(card, (key, name), str(known[name.replace("_", "-")].annotation))
    plain = {name.replace("_", "-") for name in given}
    lacking = [name for name, parameter in known.items() if parameter.default is parameter.empty and name not in plain]
    if lacking:
        message = f"{place_in(card, 'with' if card.with_ else 'check')}: the check `{card.check}` needs `{lacking[0]}` in `with`"
        raise PackError(message)


def _refuse_kind(card: Card, key: tuple[str, str], annotation: str) -> None:
    """PackError where a list is wanted and a text given, or the other way round: a text is a list of its letters to Python."""
    value = (card.with_ if key[0] == "with" else card.options)[key[1]]
    word = "list" if annotation.startswith(("Sequence[", "list[", "tuple[")) else "text" if annotation == "str" else ""
    if (word == "list" and not isinstance(value, list)) or (word == "text" and not isinstance(value, str)):
        message = f"{place_in(card, *key)}: `{key[1]}` of the check `{card.check}` is a {word}, not {value!r}"
        raise PackError(message)


def _options(card: Card, given: dict[str, Any]) -> dict[str, Any]:
    """What the check is called with, under Python's names: the card's `with`, over it its options, over them the user's."""
    for key, value in given.items():
        if key not in card.options:
            message = f"unknown option `{key}` in lint.rules.{card.name}{suggestion(key, card.options)}"
            raise PackError(message)
        _refuse_type(card, key, value)
    return {key.replace("-", "_"): value for key, value in {**card.with_, **card.options, **given}.items()}


def _refuse_type(card: Card, key: str, value: object) -> None:
    default = card.options[key]
    numbers = (int, float)
    alike = type(value) is type(default) or (type(value) in numbers and type(default) in numbers)
    if default is not None and not alike:
        message = f"option `{key}` in lint.rules.{card.name} is a {type(default).__name__} such as {default!r}, not {value!r}"
        raise PackError(message)
