"""Schemas that others publish, and what they find wrong."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jsonschema.validators import validator_for

if TYPE_CHECKING:
    from jsonschema.protocols import Validator

OWN = {"sarif": Path(__file__).parents[1] / "fixtures" / "schemas" / "sarif-2.1.0.json"}


def problems(name: str, document: Any) -> list[str]:
    """What the schema of this name has against a document."""
    return [f"{error.json_path}: {error.message}" for error in _validator(name).iter_errors(document)]


@cache
def _validator(name: str) -> Validator:
    file = OWN.get(name) or files("check_jsonschema.builtin_schemas.vendor") / f"{name}.json"
    schema = json.loads(file.read_text(encoding="utf-8"))
    return validator_for(schema)(schema)
