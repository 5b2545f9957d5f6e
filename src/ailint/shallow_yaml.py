"""YAML of rule packs and tables as plain data, no deeper than people write it: the C parser dies of what is nested without end."""

from __future__ import annotations

import yaml

DEEPEST = 60
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
TEXT = "tag:yaml.org,2002:str"


class OwnLoader(LOADER):  # type: ignore[misc,valid-type]
    """Makes plain data of what ships with ailint in one go: there is no table that holds itself, and none that grows when its aliases are copied."""

    def construct_object(self, node: yaml.Node, deep: bool = True) -> object:  # noqa: ARG002, FBT001, FBT002 -- the loader's signature
        """The data of a node and of all in it."""
        if isinstance(node, yaml.ScalarNode):
            return node.value if node.tag == TEXT else self.yaml_constructors[node.tag](self, node)
        if isinstance(node, yaml.SequenceNode):
            return [self.construct_object(item) for item in node.value]
        self.flatten_mapping(node)
        return {self.construct_object(key): self.construct_object(value) for key, value in node.value}


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
    return yaml.load(text, Loader=LOADER)  # noqa: S506 -- a safe loader, in C where there is one


def load_own_yaml(text: str | bytes) -> object:
    """The one document in a text that ships with ailint, whose depth is no question."""
    return yaml.load(text, Loader=OwnLoader)  # noqa: S506 -- safe as the loader that it extends
