"""Bicep: resources, modules and parameters as settings."""

from __future__ import annotations

from ailint.facts import Setting, Span
from ailint.read.bicep import read_bicep

TEXT = """@description('Where it runs')
param location string = resourceGroup().location
param capacity int = 30
param name string
var tags = { env: 'prod' }

resource account 'Microsoft.CognitiveServices/accounts@2023-05-01' = if (enabled) {
  name: 'ai-${name}'
  properties: {
    disableLocalAuth: true
    ips: [
      '10.0.0.1'
      other
    ]
  }
  resource chat 'deployments@2023-05-01' = {
    name: 'chat'
  }
}

resource each 'Microsoft.CognitiveServices/accounts/deployments@2023-05-01' = [for one in deployments: {
  name: one.name
}]
module search './search.bicep' = { name: 's', params: { sku: capacity > 1
  ? 'a'
  : 'b' } }
"""


def test_statements() -> None:
    facts = read_bicep("main.bicep", TEXT.encode())
    account, each = "Microsoft.CognitiveServices/accounts@2023-05-01", "Microsoft.CognitiveServices/accounts/deployments@2023-05-01"
    assert {setting.key: setting.value for setting in facts.settings} == {
        ("param", "location"): "${resourceGroup().location}",
        ("param", "capacity"): 30,
        ("var", "tags", "env"): "prod",
        ("resource", account, "account"): None,
        ("resource", account, "account", "name"): "ai-${name}",
        ("resource", account, "account", "properties", "disableLocalAuth"): True,
        ("resource", account, "account", "properties", "ips", "0"): "10.0.0.1",
        ("resource", account, "account", "properties", "ips", "1"): "${other}",
        ("resource", account, "account", "resource", "deployments@2023-05-01", "chat"): None,
        ("resource", account, "account", "resource", "deployments@2023-05-01", "chat", "name"): "chat",
        ("resource", each, "each"): None,
        ("resource", each, "each", "name"): "${one.name}",
        ("module", "./search.bicep", "search"): None,
        ("module", "./search.bicep", "search", "name"): "s",
        ("module", "./search.bicep", "search", "params", "sku"): "${capacity > 1\n  ? 'a'\n  : 'b'}",
    }
    assert facts.settings[1] == Setting(("param", "capacity"), 30, Span(3, 21, 3, 23), "30")


def test_texts_over_several_lines() -> None:
    facts = read_bicep("main.bicep", b"var a = '''\n{\n'''\nvar b = 'it\\'s'\n")
    assert [setting.value for setting in facts.settings] == ["\n{\n", "it's"]


def test_what_is_no_bicep_is_said() -> None:
    facts = [read_bicep("a.bicep", data) for data in (b"var a = '", b"var a = {", b"/* x")]
    assert [found.diagnostics[0].code for found in facts] == ["parse-error"] * 3
