"""YAML of rule packs and tables as plain data, no deeper than people write it: the C parser dies of what is nested without end."""

from __future__ import annotations

import yaml

DEEPEST = 60


def load_yaml(text: str | bytes) -> object:
    """The one document in `text`; yaml.YAMLError where it cannot be parsed or is nested deeper than `DEEPEST`."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    depth = 0
    for event in yaml.parse(text, Loader=loader):
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if depth > DEEPEST:
            message = f"nested deeper than {DEEPEST} levels"
            raise yaml.YAMLError(message)
    return yaml.load(text, Loader=loader)  # noqa: S506 -- a safe loader, in C where there is one
