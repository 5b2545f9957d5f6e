"""Controls of a project's own: what counts as one, and what only sounds like it."""

from __future__ import annotations

import pytest

from tests.linked import linked

ASK = "from openai import OpenAI\nclient = OpenAI()\ndef ask(model, text):\n    return client.responses.create(model=model, input=text).output_text\n"
APP = "from fastapi import Depends, FastAPI\nfrom ask import ask\napp = FastAPI()\n"

FIELD = (
    "from pydantic import BaseModel, Field\nclass Question(BaseModel):\n    text: str = Field({})\n@app.post('/ask')\ndef asked(q: Question): ...\n"
)
CALL = "from openai import OpenAI\nclient = OpenAI()\nclient.responses.create(model='m', input='x', {})\n"


def controls(practice: str, text: str, **files: str) -> list[str]:
    project = linked({"ask.py": ASK, "app.py": APP + text, **files})
    found = {evidence.span.line for evidence in project.evidence(practice, project.subprojects[0]) if evidence.path == "app.py"}
    return [f"app.py:{line}" for line in sorted(found)]


@pytest.mark.parametrize(
    ("practice", "text", "expected"),
    [
        pytest.param("feedback", "@app.post('/messages/{id}/feedback')\ndef rate(): ...\n", ["app.py:4"], id="a route that takes ratings"),
        pytest.param("feedback", "@app.post('/generate')\ndef make(): ...\n", [], id="a route that has the letters inside a word"),
        pytest.param("feedback", "def upvote(): ...\nbutton.click(upvote, [])\n", ["app.py:5"], id="a function given to a button"),
        pytest.param("feedback", "PROMPT = 'Give feedback'\n", [], id="a word in a prompt"),
        pytest.param("health-check", "@app.get('/healthz')\ndef well(): ...\n", ["app.py:4"], id="a health route"),
        pytest.param("health-check", "@app.get('/healthcare')\ndef care(): ...\n", [], id="a route about health"),
        pytest.param("fallback", "try:\n    a = ask('m', 'x')\nexcept OSError:\n    a = ask('n', 'x')\n", ["app.py:7"], id="asked elsewhere"),
        pytest.param("fallback", "try:\n    a = ask('m', 'x')\nexcept OSError:\n    client.model_name = 'n'\n", ["app.py:7"], id="another model"),
        pytest.param("fallback", "try:\n    a = ask('m', 'x')\nexcept OSError as e:\n    model_error = str(e)\n", [], id="the error kept"),
        pytest.param("fallback", "try:\n    a = open('f')\nexcept OSError:\n    a = ask('n', 'x')\n", [], id="the first try asks no model"),
        pytest.param("human-review", "def park(db):\n    db.save(state='needs_review')\n", ["app.py:5"], id="a state that waits for a person"),
        pytest.param("human-review", "def show(db):\n    db.save(kind='product_review')\n", [], id="a review of something else"),
        pytest.param(
            "authentication", "def get_current_user(): ...\n@app.get('/x')\ndef x(u=Depends(get_current_user)): ...\n", ["app.py:6"], id="asked"
        ),
        pytest.param("authentication", "def get_db(): ...\n@app.get('/x')\ndef x(db=Depends(get_db)): ...\n", [], id="another dependency"),
        pytest.param("rate-limit", "def check_rate_limit(user): ...\ncheck_rate_limit('u')\n", ["app.py:5"], id="a limiter of one's own"),
        pytest.param("rate-limit", "def check_rate_limit(user): ...\n", [], id="a limiter that nobody calls"),
        pytest.param("input-length", FIELD.format("max_length=800"), ["app.py:6"], id="a field of a request that has a longest length"),
        pytest.param("input-length", FIELD.format("min_length=1"), [], id="a field without one"),
        pytest.param("token-budget", "from langchain_core.messages import trim_messages\ntrim_messages([], max_tokens=9)\n", ["app.py:5"], id="cut"),
        pytest.param("answer-length", CALL.format("max_output_tokens=90"), ["app.py:6"], id="a longest answer"),
        pytest.param("answer-length", CALL.format("max_output_tokens=None"), [], id="no longest answer"),
        pytest.param("temperature", CALL.format("temperature=0"), ["app.py:6"], id="no chance"),
        pytest.param("answer-schema", CALL.format("text_format=Reply"), [], id="a schema where the call takes none"),
        pytest.param("input-sanitising", "def sanitize(text): ...\nsanitize('x')\n", ["app.py:5"], id="a function that cleans"),
    ],
)
def test_controls(practice: str, text: str, expected: list[str]) -> None:
    assert controls(practice, text) == expected


def test_a_metric_counts_where_it_is_moved() -> None:
    declared = "from prometheus_client import Counter\nASKED = Counter('asked', 'x')\n"
    assert controls("request-metrics", declared) == []
    assert controls("request-metrics", f"{declared}ASKED.inc()\n") == ["app.py:6"]


def test_a_class_handed_over_as_middleware_is_used() -> None:
    imported = "from starlette_prometheus import PrometheusMiddleware\n"
    assert controls("request-metrics", imported) == []
    assert controls("request-metrics", f"{imported}app.add_middleware(PrometheusMiddleware)\n") == ["app.py:5"]


def test_resources_of_infrastructure_prove_a_practice() -> None:
    project = linked({"app.py": APP, "infra/main.tf": 'resource "aws_wafv2_web_acl" "front" {\n  name = "front"\n}\n'})
    assert [evidence.path for evidence in project.evidence("rate-limit", project.subprojects[0])] == ["infra/main.tf"]
