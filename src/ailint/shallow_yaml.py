"""YAML of rule packs and tables as plain data, no deeper than people write it: the C parser dies of what is nested without end."""

from __future__ import annotations

import yaml

DEEPEST = 60
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def load_yaml(text: str | bytes) -> object:
    """The one document in `text`; yaml.YAMLError where it cannot be parsed or is nested deeper than `DEEPEST`."""
    depth = 0
    for event in yaml.parse(text, Loader=LOADER):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            message = f"nested deeper than {DEEPEST} levels"
            raise yaml.YAMLError(message)
    return load_own_yaml(text)


def load_own_yaml(text: str | bytes) -> object:
    """The one document in a text that ships with ailint, whose depth is no question."""
    return yaml.load(text, Loader=LOADER)  # noqa: S506 -- a safe loader, in C where there is one
