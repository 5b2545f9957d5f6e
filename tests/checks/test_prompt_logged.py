"""The option of a rule, which its cases cannot set."""

from __future__ import annotations

import pytest

from ailint.checks.prompt_logged import prompt_logged
from tests.linked import linked

APP = "from openai import OpenAI\nclient = OpenAI()\nprint(client.responses.create(model='m', input='x').output_text)\n"
SWITCH = "OTEL_INSTRUMENTATION_GENAI_CAPTURE_MESSAGE_CONTENT"


@pytest.mark.parametrize(("value", "asked", "found"), [("true", True, [".env"]), ("true", False, []), ("false", True, [])])
def test_content_that_a_tracer_keeps(value: str, *, asked: bool, found: list[str]) -> None:
    project = linked({"app.py": APP, ".env": f"{SWITCH}={value}\n"})
    assert [verdict.place.path for verdict in prompt_logged(project, content_capture=asked)] == found
