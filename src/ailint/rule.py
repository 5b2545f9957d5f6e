"""The card: everything one rule says about itself, read from its `rule.yaml`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Literal

import msgspec
from msgspec import Struct, field

from ailint.errors import PackError, suggestion
from ailint.facts import Severity
from ailint.settings import Stage

if TYPE_CHECKING:
    from pathlib import Path

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
        message = f"{path}: cannot be parsed: {error}"
        raise PackError(message) from error
    if not isinstance(data, dict):
        message = f"{path}:1: a card is a table of keys"
        raise PackError(message)
    _refuse_unknown(path, text, data)
    place = {"name": path.parent.name, "area": path.parent.parent.name, "folder": str(path.parent)}
    try:
        return msgspec.convert({**data, **place}, Card)
    except msgspec.ValidationError as error:
        message = _located(path, text, str(error))
        raise PackError(message) from error


def _text(path: Path) -> str:
    try:
        return path.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        message = f"{path}: cannot be read: {error}"
        raise PackError(message) from error


def _refuse_unknown(path: Path, text: str, data: dict[Any, Any]) -> None:
    for key in data:
        if key not in WRITTEN:
            message = f"{path}:{_line_of(text, str(key))}: unknown key `{key}`{suggestion(str(key), WRITTEN)}"
            raise PackError(message)


def _located(path: Path, text: str, error: str) -> str:
    words, _, place = error.partition(" - at `$.")
    key = re.split(r"[.\[`]", place)[0]
    if key in {"name", "area"}:
        return f"{path}: a card stands in <area>/<name>/, the area one of {', '.join(AREAS)}"
    return f"{path}:{_line_of(text, key) if key else 1}: {f'`{key}`: ' if key else ''}{words[:1].lower()}{words[1:]}"


def _line_of(text: str, key: str) -> int:
    """The line on which a top-level key is written."""
    pattern = re.compile(rf"""["']?{re.escape(key)}["']?\s*:""")
    return next((number for number, line in enumerate(text.splitlines(), 1) if pattern.match(line)), 1)
