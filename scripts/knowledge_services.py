"""The operations of AWS services: boto3 makes its clients at run time from descriptions that botocore carries."""

from __future__ import annotations

import gzip
import json
import re
from functools import cached_property
from typing import TYPE_CHECKING, Any

from knowledge_signatures import Answer

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from knowledge_sources import Tree

# the factory's first argument is part of a client's origin
CLIENT = re.compile(r"(?:boto3|aioboto3\.Session)\.client\.(?P<service>[a-z][a-z0-9-]*)(?:\.(?P<operation>\w+))?")


class Service:
    """One service in one version of botocore."""

    def __init__(self, description: dict[str, Any]) -> None:
        self.shapes: dict[str, Any] = description["shapes"]
        self.operations: dict[str, Any] = {snake_case(name): operation for name, operation in description["operations"].items()}

    def takes(self, operation: str, spelling: str) -> Answer:
        """Whether an operation takes an argument; what goes into a document or a blob is the model's affair."""
        shape = self.operations[operation].get("input", {}).get("shape")
        return self.has(shape, spelling.replace("[]", "").split(".")) if shape else Answer.WRONG

    def has(self, shape: str, path: Sequence[str]) -> Answer:
        """Whether a structure has the members of a path."""
        described = self.shapes[shape]
        if not path:
            return Answer.VERIFIED
        if described["type"] == "list":
            return self.has(described["member"]["shape"], path)
        if described["type"] != "structure" or described.get("document"):
            return Answer.UNVERIFIABLE
        member = described.get("members", {}).get(path[0])
        return self.has(member["shape"], path[1:]) if member else Answer.WRONG


class Services:
    """The services that the trees describe."""

    def __init__(self, trees: Iterable[Tree]) -> None:
        self.folders = [tree.folder / "botocore" / "data" for tree in trees if tree.release.package == "botocore"]
        self._read: dict[str, list[Service]] = {}

    @cached_property
    def at_hand(self) -> bool:
        """Whether botocore is among the trees."""
        return bool(self.folders)

    def named(self, name: str) -> list[Service]:
        """A service in every version at hand."""
        if name not in self._read:
            self._read[name] = [Service(read_json(path)) for folder in self.folders for path in sorted((folder / name).glob("*/service-2.json*"))]
        return self._read[name]

    def exists(self, origin: str) -> Answer | None:
        """Whether a client or its operation is described; None for any other origin."""
        match = CLIENT.fullmatch(origin)
        if match is None:
            return None
        services = self.named(match["service"])
        operation = match["operation"]
        found = [service for service in services if operation is None or operation in service.operations]
        return Answer.VERIFIED if found else Answer.WRONG if self.at_hand else Answer.UNVERIFIABLE

    def takes(self, origin: str, spelling: str) -> Answer | None:
        """Whether an operation takes an argument; None for any other origin."""
        match = CLIENT.fullmatch(origin)
        if match is None or match["operation"] is None:
            return None
        services = [service for service in self.named(match["service"]) if match["operation"] in service.operations]
        return max((service.takes(match["operation"], spelling) for service in services), default=Answer.UNVERIFIABLE)


def snake_case(name: str) -> str:
    """`InvokeModelWithResponseStream` as botocore names its method."""
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_", name).lower()


def read_json(path: Path) -> dict[str, Any]:
    """A description, packed or not."""
    text = path.read_bytes()
    described: dict[str, Any] = json.loads(gzip.decompress(text) if path.suffix == ".gz" else text)
    return described
