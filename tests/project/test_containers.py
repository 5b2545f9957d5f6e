"""Containers, in whatever file they are named."""

from __future__ import annotations

import pytest

from ailint.project.containers import Container, Image, containers, filled, parsed
from tests.linked import linked

NAMED = {
    "compose": ("compose.yml", "services:\n  db: {image: qdrant/qdrant}\n", [("qdrant/qdrant", "", 2)]),
    "a service that is built": ("compose.yml", "services:\n  db: {image: qdrant/qdrant, build: .}\n", []),
    "a default in compose": ("compose.yml", 'services:\n  db: {image: "a/b:${TAG:-latest}"}\n', [("a/b", "latest", 2)]),
    "a base image": ("Dockerfile", "FROM --platform=linux/amd64 a/b:1 AS first\nFROM first\n", [("a/b", "1", 1)]),
    "an argument of a Dockerfile": ("Dockerfile", "ARG TAG=2\nFROM a/b:${TAG}\n", [("a/b", "2", 2)]),
    "a pod": ("k8s/pod.yaml", "kind: Pod\nspec:\n  containers:\n    - image: a/b:1.2\n", [("a/b", "1.2", 4)]),
    "values of a chart": ("values.yaml", "db:\n  image:\n    registry: ghcr.io\n    repository: a/b\n    tag: '3'\n", [("ghcr.io/a/b", "3", 5)]),
    "values without a tag": ("values.yaml", "db:\n  image: {repository: a/b}\n", [("a/b", "{{", 2)]),
    "terraform": ("main.tf", 'resource "x" "y" {\n  container { image = "a/b:1" }\n}\n', [("a/b", "1", 2)]),
    "a pipeline": (".github/workflows/a.yml", "jobs: {a: {services: {db: {image: a/b}}}}\n", []),
}
NAMES = {
    "a/b": Image("a/b", "", ""),
    "docker.io/a/b:1": Image("a/b", "1", ""),
    "host:5000/a/b": Image("host:5000/a/b", "", ""),
    "a/b:1@sha256:0": Image("a/b", "1", "sha256:0"),
}


@pytest.mark.parametrize("name", NAMED)
def test_named(name: str) -> None:
    path, text, expected = NAMED[name]
    assert [(one.image.repository, one.image.tag, one.place.span.line) for one in containers(linked({path: text}))] == expected


@pytest.mark.parametrize("text", NAMES)
def test_parsed(text: str) -> None:
    assert parsed(text) == NAMES[text]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("$A-${B}", "1-${B}"), ("${B:-x}", "x"), ("${A:-x}", "1"), ("${B-}", "${B-}"), ("plain", "plain")],
    ids=["given and not", "default", "given before default", "empty default", "no variable"],
)
def test_filled(text: str, expected: str) -> None:
    assert filled(text, {"A": "1"}) == expected


def service(text: str) -> Container:
    """The one service of a compose file."""
    [found] = containers(linked({"compose.yml": f"services:\n  a:\n    image: a/b\n{text}"}))
    return found


def test_variables() -> None:
    assert service("    environment: [A=1, B]\n").variables == {"A": "1", "B": ""}
    assert service("    environment: {A: 1}\n").variables == {"A": "1"}
    assert service("    env: [{name: A, value: x}, {name: B, valueFrom: {secretKeyRef: {name: s, key: k}}}]\n").variables == {"A": "x", "B": ""}


def test_words() -> None:
    assert service("    command: serve --key 'a b'\n").words == ("serve", "--key", "a b")
    assert service("    entrypoint: [serve]\n    command: [--key, a]\n").words == ("serve", "--key", "a")
    assert service("    command: it's\n").words == ("it's",)
