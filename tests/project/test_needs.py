"""What a sub-project has."""

from __future__ import annotations

import pytest

from tests.linked import linked

FILES = {
    "app.py": "from openai import OpenAI\nclient = OpenAI()\nprint(client.responses.create(model='m', input='x'))\n",
    "Dockerfile": "FROM python:3.12\n",
    "infra/main.tf": "",
    ".github/workflows/ci.yml": "on: push\n",
    "requirements.txt": "openai==2.0.0\n",
    "schema.sql": "CREATE TABLE items (e vector(3));\n",
    "agent.json": '{"mcpServers": {"a": {"command": "npx a"}}}\n',
}
HAS = [
    "ai",
    "app",
    "llm.call",
    "llm.client",
    "model.ref",
    "prompt",
    "container",
    "iac",
    "workflow",
    "dependency",
    "import",
    "route|llm.call",
    "vector.schema",
    "mcp.config",
]
LACKS = ["agent.run", "embed.call", "vector.query", "route", "ui.chat", "eval.suite", "tracing", "vector.admin", "notebook", "diff"]


@pytest.mark.parametrize(("need", "expected"), [*((need, True) for need in HAS), *((need, False) for need in LACKS)])
def test_needs(need: str, expected: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    project = linked(FILES)
    assert project.has(need, project.subprojects[0]) is expected


def test_a_column_in_code_is_a_schema() -> None:
    project = linked("from pgvector.sqlalchemy import Vector\nEMBEDDING = Vector(3)\n")
    assert project.has("vector.schema", project.subprojects[0])
