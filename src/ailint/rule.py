"""The card: everything one rule says about itself, read from its `rule.yaml`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct, field

from ailint.errors import PackError, suggestion
from ailint.facts import Severity
from ailint.mistakes import unparsed, yaml_line, yaml_mistake
from ailint.settings import Stage

AREAS = {
    "monitoring": "Monitoring AI behaviour",
    "security": "Security and governance controls",
    "evaluation": "Continuous evaluation",
    "knowledge": "Knowledge and data management",
}
EFFORTS = ("minutes", "hours", "days")

Area = Literal["monitoring", "security", "evaluation", "knowledge"]
Domain = Literal[
    "data-pipelines",
    "data-transformation",
    "data-platform",
    "ai-models",
    "app-engineering",
    "mlops",
    "cicd",
    "cloud",
    "testing",
    "governance",
    "observability",
]
Role = Literal["app", "test", "eval", "example", "notebook", "migration", "script", "generated", "vendored"]
Kind = Literal["application", "library", "cookbook", "training", "infrastructure", "none"]


class Card(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, rename={"with_": "with"}):
    """One rule. `name` is its folder, `area` the folder above; both come from where the card stands, as does `folder`.

    `needs`: facts without which it does not apply, `a|b` for either. `roles`: what files must be for, and `kinds` what a
    sub-project must be, for its verdicts to count. `with`: what its check is called with; `options`: those a user may set.
    """

    name: str = ""
    area: Area = "monitoring"
    folder: str = ""
    code: str
    title: str
    domain: Domain
    severity: Severity
    status: Literal["stable", "preview"]
    stage: Stage
    scope: Literal["site", "file", "project"]
    needs: tuple[str, ...]
    languages: tuple[str, ...]
    why: str
    fix: str
    effort: Literal["minutes", "hours", "days"]
    fixable: Literal["safe", "unsafe", "none"] = "none"
    roles: tuple[Role, ...] = ("app", "script")
    kinds: tuple[Kind, ...] | None = None
    ladder: str | None = None
    rung: str | None = None
    standards: dict[str, tuple[str, ...]] = field(default_factory=dict)
    references: tuple[str, ...] = ()
    check: str
    with_: dict[str, Any] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)

    @property
    def reason(self) -> str:
        """The first sentence of `why`."""
        text = " ".join(self.why.split())
        return re.split(r"(?<=[.!?])\s+(?=[A-Z`])", text, maxsplit=1)[0]

    def judges(self, kind: str) -> bool:
        """Whether the rule speaks about a sub-project of this kind."""
        if self.kinds is not None:
            return kind in self.kinds
        return kind == "application" if self.scope == "project" else kind != "none"


FROM_PLACE = {"name", "area", "folder"}
WRITTEN = [known.encode_name for known in msgspec.structs.fields(Card) if known.name not in FROM_PLACE]


def load_card(path: Path) -> Card:
    """The card in `path` (`<area>/<name>/rule.yaml`); PackError names file, line and the nearest known key."""
    import yaml

    from ailint.shallow_yaml import load_yaml

    text = _text(path)
    try:
        data = load_yaml(text)
    except (yaml.YAMLError, RecursionError) as error:
        message = f"{path}:{unparsed(error)}"
        raise PackError(message) from error
    if not isinstance(data, dict):
        message = f"{path}:1: a card is a table of keys"
        raise PackError(message)
    _refuse_place(path, text, data)
    whole = {**data, "name": path.parent.name, "area": path.parent.parent.name, "folder": str(path.parent)}
    try:
        return msgspec.convert(whole, Card)
    except msgspec.ValidationError as error:
        message = f"{path}:{yaml_mistake(error, text, whole, Card)}"
        raise PackError(message) from error


def place_in(card: Card, *key: str) -> str:
    """File and line of a key of a card."""
    path = f"{card.folder}/rule.yaml"
    return f"{path}:{yaml_line(_text(Path(path)), key)}"


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: cannot be read: {error}"
        raise PackError(message) from error


def _refuse_place(path: Path, text: str, data: dict[Any, Any]) -> None:
    """Name and area of a rule are where its card stands, and nothing that it says."""
    for key in data:
        if key not in WRITTEN:
            message = f"{path}:{yaml_line(text, [str(key)])}: unknown key `{key}`{suggestion(str(key), WRITTEN)}"
            raise PackError(message)
    area = path.parent.parent.name
    if area not in AREAS:
        message = f"{path}: a card stands in <area>/<name>/, the area one of {', '.join(AREAS)}, not `{area}`{suggestion(area, AREAS)}"
        raise PackError(message)
