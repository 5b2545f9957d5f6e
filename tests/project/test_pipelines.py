"""Pipelines as triggers, jobs and steps."""

from __future__ import annotations

from textwrap import indent
from typing import TYPE_CHECKING

import pytest

from ailint.project.pipelines import Step, Uses, changes, steps_of, triggers, used
from ailint.read.workflow import read_workflow

if TYPE_CHECKING:
    from ailint.facts import FileFacts

GITHUB = """on:
  push: {branches: [main], paths: ["src/**"]}
  pull_request:
    paths-ignore: ["**.md"]
  workflow_dispatch:
permissions: {contents: read}
env: {A: 1, B: 2}
jobs:
  evals:
    if: github.actor == 'x'
    needs: [build, lint]
    env: {B: 3}
    steps:
      - uses: actions/checkout@v4
        with: {ref: main}
      - run: |
          deepeval test run || true
          echo done
        if: always()
      - uses: ./.github/actions/score
        continue-on-error: true
      - run: pytest
  deploy:
    permissions: write-all
    uses: ./.github/workflows/deploy.yml
"""


def read(path: str, text: str) -> FileFacts:
    facts = read_workflow(path, text.encode())
    assert facts.diagnostics == ()
    return facts


def steps(path: str, text: str) -> list[Step]:
    return list(steps_of(read(path, text)))


def test_steps_of_github() -> None:
    checkout, evaluate, score, test, deploy = steps(".github/workflows/ci.yml", GITHUB)
    assert (checkout.uses, checkout.inputs) == (Uses("actions/checkout", "v4", ""), {"ref": "main"})
    assert [command.text for command in evaluate.commands] == ["deepeval test run || true", "echo done"]
    assert (evaluate.conditions, evaluate.needs) == (("github.actor == 'x'", "always()"), ("build", "lint"))
    assert evaluate.environment == {"A": "1", "B": "3"}
    assert [step.tolerated.span.line if step.tolerated else None for step in (checkout, evaluate, score, test)] == [None, None, 21, None]
    assert [evaluate.ignores(command) is not None for command in evaluate.commands] == [True, False]
    assert score.ignores(score.commands[0]) == score.tolerated
    assert score.uses == Uses("./.github/actions/score", "", ".github/actions/score")
    assert (test.permissions(), deploy.permissions()) == ({"contents": "read"}, {"*": "write-all"})
    assert deploy.uses == Uses("./.github/workflows/deploy.yml", "", ".github/workflows/deploy.yml")


def test_triggers_of_github() -> None:
    found = triggers(read(".github/workflows/ci.yml", GITHUB))
    assert [one[:3] for one in found] == [
        ("push", ("src/**",), ()),
        ("pull_request", (), ("**.md",)),
        ("workflow_dispatch", (), ()),
    ]


@pytest.mark.parametrize(("on", "expected"), [("push", ["push"]), ("[push, issues]", ["push", "issues"])])
def test_short_triggers_of_github(on: str, expected: list[str]) -> None:
    assert [one.event for one in triggers(read(".github/workflows/ci.yml", f"on: {on}\njobs: {{}}\n"))] == expected


def test_permissions_that_the_file_leaves_open() -> None:
    [step] = steps(".github/workflows/ci.yml", "on: push\njobs: {a: {steps: [{run: x}]}}\n")
    assert step.permissions() is None
    [step] = steps(".github/workflows/ci.yml", "on: push\npermissions: {}\njobs: {a: {steps: [{run: x}]}}\n")
    assert step.permissions() == {}


def test_jobs_of_gitlab() -> None:
    text = """evals:
  script: [make eval, pytest]
  allow_failure: true
  needs: [build]
  variables: {A: b}
  rules: [{changes: [prompts/*]}]
nightly:
  script: x
  allow_failure: {exit_codes: [2]}
"""
    evals, nightly = steps(".gitlab-ci.yml", text)
    assert ([command.text for command in evals.commands], evals.needs, evals.environment) == (["make eval", "pytest"], ("build",), {"A": "b"})
    assert (evals.tolerated is not None, nightly.tolerated is not None) == (True, True)
    assert changes(evals) == ("prompts/*",)


def test_jobs_of_azure() -> None:
    text = """trigger: {branches: {include: [main]}, paths: {include: [src], exclude: [docs]}}
pr: none
stages:
- stage: Test
  jobs:
  - job: evals
    dependsOn: build
    variables: [{name: A, value: b}]
    steps:
    - script: pytest
      continueOnError: true
    - template: more/steps.yml
"""
    facts = read("ci/azure-pipelines.yml", text)
    test, more = steps_of(facts)
    assert (test.tolerated is not None, test.needs, test.environment) == (True, ("build",), {"A": "b"})
    assert more.uses == Uses("more/steps.yml", "", "ci/more/steps.yml")
    assert [one[:3] for one in triggers(facts)] == [("push", ("src",), ("docs",))]


def test_jobs_of_circle() -> None:
    first, second = steps(".circleci/config.yml", "jobs:\n  evals:\n    steps:\n      - run: {command: make}\n      - run: pytest\n")
    assert (first.job.key, first.section.key, second.section.key) == (
        ("jobs", "evals"),
        ("jobs", "evals", "steps", "0"),
        ("jobs", "evals", "steps", "1"),
    )


@pytest.mark.parametrize(
    ("script", "expected"),
    [
        pytest.param("pytest || true", True, id="whatever comes of it"),
        pytest.param("pytest || echo failed", True, id="only told"),
        pytest.param("pytest; exit 0", True, id="ends well in any case"),
        pytest.param("set +e; pytest", True, id="switched off on the line"),
        pytest.param("set +e\npytest", True, id="switched off above"),
        pytest.param("set +e\nset -euo pipefail\npytest", False, id="and on again"),
        pytest.param("docker stop x || true\npytest", False, id="another command"),
        pytest.param("pytest || exit 1", False, id="another exit code"),
        pytest.param("a || b && pytest", False, id="an alternative"),
        pytest.param("set -e\npytest", False, id="switched on"),
    ],
)
def test_commands_whose_failure_does_not_count(script: str, expected: bool) -> None:  # noqa: FBT001 -- a parameter of the test
    [step] = steps(".github/workflows/ci.yml", "on: push\njobs:\n  a:\n    steps:\n      - run: |\n" + indent(script, " " * 10))
    assert (step.ignores(step.commands[-1]) is not None) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("docker://x/y:latest", Uses("docker://x/y:latest", "", ""), id="an image"),
        pytest.param("org/repo/.github/workflows/a.yml@main", Uses("org/repo/.github/workflows/a.yml", "main", ""), id="another repository"),
        pytest.param("/ci/a.yml", Uses("/ci/a.yml", "", "ci/a.yml"), id="a template from the root"),
        pytest.param("PublishTestResults@2", Uses("PublishTestResults", "2", ""), id="a task"),
    ],
)
def test_used(text: str, expected: Uses) -> None:
    assert used(text, "x/azure-pipelines.yml") == expected
