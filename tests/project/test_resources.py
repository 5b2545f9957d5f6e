"""Resources of every platform."""

from __future__ import annotations

import pytest

from ailint.project.resources import resources
from tests.linked import linked

CASES = {
    "terraform": (
        "main.tf",
        """resource "aws_lambda_function" "chat" {
  timeout = 3
  environment {
    variables = { A = "b" }
  }
}
data "aws_iam_policy_document" "p" {}
module "rag" { source = "./rag" }
variable "x" { default = 3 }
""",
        [("aws_lambda_function", "chat", 1, "3"), ("data.aws_iam_policy_document", "p", 7, ""), ("module", "rag", 8, "")],
    ),
    "terraform in JSON": (
        "main.tf.json",
        '{"resource": {"aws_lambda_function": {"chat": {"timeout": 3}}}}',
        [("aws_lambda_function", "chat", 1, "3")],
    ),
    "bicep": (
        "main.bicep",
        """resource a 'M.C/accounts@2023-05-01' = {
  timeout: 3
  resource d 'deployments@2023-05-01' = {
    name: 'y'
  }
}
module m './m.bicep' = {
  name: 'm'
}
""",
        [("M.C/accounts", "a", 1, "3"), ("M.C/accounts/deployments", "d", 3, ""), ("module", "m", 7, "")],
    ),
    "arm": (
        "deploy.json",
        '{"$schema": "x", "resources": [\n{"type": "M.C/accounts", "name": "a", "timeout": 3, "resources": [{"type": "deployments", "name": "d"}]}]}',
        [("M.C/accounts", "a", 2, "3"), ("M.C/accounts/deployments", "d", 2, "")],
    ),
    "cloudformation": (
        "template.yaml",
        "Resources:\n  Chat:\n    Type: AWS::Serverless::Function\n    Properties: {Timeout: 3}\n  Role: {Type: AWS::IAM::Role}\n",
        [("AWS::Serverless::Function", "Chat", 3, ""), ("AWS::IAM::Role", "Role", 5, "")],
    ),
    "serverless": (
        "serverless.yml",
        "service: x\nfunctions:\n  chat: {handler: app.chat, timeout: 3}\nresources:\n  Resources:\n    T: {Type: AWS::SQS::Queue}\n",
        [("function", "chat", 3, "3"), ("AWS::SQS::Queue", "T", 6, "")],
    ),
    "kubernetes": (
        "k8s/all.yaml",
        "apiVersion: v1\nkind: Service\nmetadata: {name: a}\ntimeout: 3\n---\napiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: Pod}]\n",
        [("Service", "a", 2, "3"), ("Pod", "", 8, "")],
    ),
    "compose": (
        "docker-compose.prod.yml",
        "services:\n  db:\n    image: qdrant/qdrant\n    timeout: 3\n",
        [("service", "db", 3, "3")],
    ),
    "compose under another name": ("stack.yml", "services:\n  db: {image: x}\n", [("service", "db", 2, "")]),
    "other settings": ("config.yml", "services: {a: {url: x}}\nresources: [a]\n", []),
}


@pytest.mark.parametrize("name", CASES)
def test_resources(name: str) -> None:
    path, text, expected = CASES[name]
    found = resources(linked({path: text}))
    assert [(one.kind, one.name, one.place.span.line, one.section.text("timeout")) for one in found] == expected


def test_of_some_platforms() -> None:
    project = linked({"main.tf": 'resource "a" "b" {}\n', "compose.yml": "services: {c: {image: d}}\n"})
    assert [one.name for one in resources(project, "compose")] == ["c"]
