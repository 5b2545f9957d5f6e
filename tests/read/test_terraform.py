"""Terraform: blocks and attributes as settings."""

from __future__ import annotations

from ailint.facts import FileFacts, Setting, Span
from ailint.read.terraform import read_terraform


def keyed(text: str) -> dict[str, object]:
    """Dotted key → value."""
    facts = read_terraform("main.tf", text.encode())
    assert facts.diagnostics == ()
    return {".".join(setting.key): setting.value for setting in facts.settings}


def test_blocks_are_leaves_and_inner_ones_are_counted() -> None:
    text = """
resource "azurerm_cognitive_deployment" "chat" { # a comment
  name = "chat"
  model {
    format = "OpenAI"
  }
  sku {}
  sku { capacity = 3 }
}
locals { deep = { a = [1, -2.5, true, null], "b" : {} } }
"""
    head = "resource.azurerm_cognitive_deployment.chat"
    assert keyed(text) == {
        head: None,
        f"{head}.name": "chat",
        f"{head}.model.0": None,
        f"{head}.model.0.format": "OpenAI",
        f"{head}.sku.0": None,
        f"{head}.sku.1": None,
        f"{head}.sku.1.capacity": 3,
        "locals": None,
        "locals.deep.a.0": 1,
        "locals.deep.a.1": -2.5,
        "locals.deep.a.2": True,
        "locals.deep.a.3": None,
        "locals.deep.b": None,
    }


def test_places_are_bytes() -> None:
    facts = read_terraform("main.tf", 'a "é" {\n  b = "ü" /* x */\n  c = [\n    var.d,\n  ]\n}\n'.encode())
    assert facts == FileFacts(
        "main.tf",
        "terraform",
        settings=(
            Setting(("a", "é"), None, Span(1, 0, 1, 6), "{}"),
            Setting(("a", "é", "b"), "ü", Span(2, 6, 2, 10), "ü"),
            Setting(("a", "é", "c", "0"), "${var.d}", Span(4, 4, 4, 9), "${var.d}"),
        ),
    )


def test_what_only_a_run_can_tell_keeps_its_text() -> None:
    text = """
a = var.timeout
b = "x-${lookup(var.m, "k")}"
c = [for x in var.y : x]
d = (var.e
  ? 1 : 2)
f = merge({ a = 1 }, local.g)
h = var.i
  ? 1
  : 2
"""
    assert keyed(text) == {
        "a": "${var.timeout}",
        "b": 'x-${lookup(var.m, "k")}',
        "c": "${[for x in var.y : x]}",
        "d": "${(var.e\n  ? 1 : 2)}",
        "f": "${merge({ a = 1 }, local.g)}",
        "h": "${var.i\n  ? 1\n  : 2}",
    }


def test_policies_are_read_through_their_wrapping() -> None:
    text = """
a = jsonencode({ Statement = [{ Action = ["bedrock:*"] }] })
b = <<-EOF
  {"Statement": [{"Action": "s3:*"}]}
  EOF
c = <<EOF
{ no json
EOF
"""
    assert keyed(text) == {"a.Statement.0.Action.0": "bedrock:*", "b.Statement.0.Action": "s3:*", "c": "{ no json"}
    assert [setting.span for setting in read_terraform("a.tf", text.encode()).settings][1] == Span(4, 28, 4, 34)


def test_dynamic_blocks_stand_for_the_blocks_they_make() -> None:
    text = 'a "b" {\n  dynamic "c" {\n    for_each = var.d\n    content {\n      e = 1\n    }\n  }\n}\n'
    assert keyed(text) == {"a.b": None, "a.b.c.0": None, "a.b.c.0.for_each": "${var.d}", "a.b.c.0.e": 1}


def test_what_is_no_terraform_is_said() -> None:
    facts = [read_terraform("a.tf", data) for data in (b'\na = "x\n', b"a {\n", b"a = [1}", b"a = [" * 100)]
    assert [(found.diagnostics[0].line, found.diagnostics[0].code) for found in facts] == [
        (2, "parse-error"),
        (1, "parse-error"),
        (1, "parse-error"),
        (1, "too-deep"),
    ]


def test_a_template_that_makes_terraform_is_no_mistake() -> None:
    assert read_terraform("a.tf", b"{% if x %}\na = {\n{% endif %}\n") == FileFacts("a.tf", "terraform")
