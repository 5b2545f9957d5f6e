"""Workflows: commands, jobs and triggers of every vendor's pipelines."""

from __future__ import annotations

import pytest

from ailint.facts import Command, FileFacts, Span
from ailint.read.workflow import includes, read_workflow

GITHUB = b"""name: CI
on:
  push: {branches: [main]}
  schedule: [{cron: "0 3 * * *"}]
jobs:
  evals:
    runs-on: ubuntu-latest
    env: {LANGSMITH_TRACING: "true"}
    steps:
      - uses: actions/checkout@v4
      - name: Evaluate
        run: |
          uv sync
          # comment
          uv run deepeval \\
            test run
      - run: make eval
  call:
    uses: ./.github/workflows/other.yml
"""
STEPS = ("jobs", "evals", "steps")


def test_github() -> None:
    facts = read_workflow(".github/workflows/ci.yml", GITHUB)
    triggers = ("push", "schedule")
    assert facts.commands == (
        Command("", "ci", "evals", Span(10, 14, 10, 33), triggers, "actions/checkout@v4", (*STEPS, "0", "uses")),
        Command("uv sync", "ci", "evals", Span(13, 10, 13, 17), triggers, key=(*STEPS, "1", "run")),
        Command("uv run deepeval test run", "ci", "evals", Span(15, 10, 16, 20), triggers, key=(*STEPS, "1", "run")),
        Command("make eval", "ci", "evals", Span(17, 13, 17, 22), triggers, key=(*STEPS, "2", "run")),
        Command("", "ci", "call", Span(19, 10, 19, 39), triggers, "./.github/workflows/other.yml", ("jobs", "call", "uses")),
    )
    assert {setting.key: setting.raw for setting in facts.settings}["jobs", "evals", "env", "LANGSMITH_TRACING"] == "true"


@pytest.mark.parametrize(
    ("on", "expected"),
    [("on: push", ("push",)), ("on: [push, release]", ("push", "release")), ("on:\n  pull_request:\n", ("pull_request",)), ("name: x", ())],
)
def test_github_triggers(on: str, expected: tuple[str, ...]) -> None:
    facts = read_workflow(".github/workflows/ci.yml", f"{on}\njobs: {{a: {{steps: [{{run: x}}]}}}}\n".encode())
    assert [command.triggers for command in facts.commands] == [expected]


PIPELINES = {
    ".gitlab-ci.yml": (
        b"""stages: [test]
default:
  before_script: [pip install .]
evals:
  stage: test
  script:
    - make eval
    - |
      cd evals
      pytest
  rules: [{if: $CI_PIPELINE_SOURCE == "merge_request_event"}]
""",
        [("default", "pip install ."), ("evals", "make eval"), ("evals", "cd evals"), ("evals", "pytest")],
        ("push", "pull_request"),
    ),
    "azure-pipelines.yml": (
        b"""trigger: none
schedules: [{cron: "0 0 * * *"}]
stages:
- stage: Test
  jobs:
  - job: evals
    steps:
    - script: python -m evals
    - task: PublishTestResults@2
""",
        [("evals", "python -m evals"), ("evals", "")],
        ("schedule",),
    ),
    ".circleci/config.yml": (
        b"""jobs:
  evals:
    steps:
      - checkout
      - run: {name: x, command: make eval}
      - run: pytest
workflows:
  nightly: {triggers: [{schedule: {cron: "0 0 * * *"}}], jobs: [evals]}
""",
        [("evals", "make eval"), ("evals", "pytest")],
        ("push", "schedule"),
    ),
    "cloudbuild.yaml": (b"steps:\n- name: python:3.11\n  entrypoint: python\n  args: ['-m', evals]\n", [("", "python -m evals")], ("push",)),
    "bitbucket-pipelines.yml": (
        b"pipelines:\n  branches:\n    main:\n      - step: {name: Ev, script: [make eval]}\n",
        [("main", "make eval")],
        ("push",),
    ),
    ".buildkite/pipeline.yml": (b"steps:\n  - label: x\n    commands: [make eval, pytest]\n", [("", "make eval"), ("", "pytest")], ("push",)),
    "Jenkinsfile": (
        b"""pipeline { triggers { cron('H 4 * * *') }
 stages { stage('Eval') { steps {
   sh 'make eval'
   sh \"\"\"
     pytest
   \"\"\"
   sh(returnStdout: true, script: "deepeval test run")
 }}}}
""",
        [("Eval", "make eval"), ("Eval", "pytest"), ("Eval", "deepeval test run")],
        ("push", "schedule"),
    ),
}


@pytest.mark.parametrize("path", PIPELINES)
def test_other_vendors(path: str) -> None:
    data, expected, triggers = PIPELINES[path]
    facts = read_workflow(path, data)
    assert ([(command.target, command.text) for command in facts.commands], facts.diagnostics) == (expected, ())
    assert {command.triggers for command in facts.commands} == {triggers}


def test_a_composite_action_is_started_by_nothing() -> None:
    facts = read_workflow(".github/actions/x/action.yml", b"runs: {using: composite, steps: [{run: make}]}\n")
    assert facts.commands == (Command("make", "ci", "runs", Span(1, 39, 1, 43), key=("runs", "steps", "0", "run")),)


def test_broken_yaml_is_said() -> None:
    facts = read_workflow(".github/workflows/ci.yml", b"on: [push\njobs: {")
    assert [said.code for said in facts.diagnostics] == ["parse-error"]


def test_a_template_that_makes_a_pipeline_is_no_mistake() -> None:
    assert read_workflow(".github/workflows/ci.yml", b"{% if x %}\non: push\n{% endif %}\n") == FileFacts(".github/workflows/ci.yml", "workflow")


def test_includes_are_seen_from_the_root_and_from_beside() -> None:
    text = b"include:\n  - local: '/ci/a.yml' # why\n  - remote: https://example.com/b.yml\nsteps:\n- template: ./c.yaml\n"
    assert includes("x/.gitlab-ci.yml", text) == ("c.yaml", "ci/a.yml", "x/c.yaml", "x/ci/a.yml")
