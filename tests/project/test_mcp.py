"""MCP servers of configuration files."""

from __future__ import annotations

import pytest

from ailint.project.mcp import mcp_servers
from tests.linked import linked

STARTED = [("files", ("npx", "-y", "server-files@1.2.3"), "")]
CASES = {
    ".mcp.json": ('{"mcpServers": {"files": {"command": "npx", "args": ["-y", "server-files@1.2.3"], "env": {"A": "b"}}}}', STARTED),
    ".vscode/mcp.json": ('{"servers": {"files": {"command": "npx", "args": ["-y", "server-files@1.2.3"]}}, "inputs": []}', STARTED),
    ".vscode/settings.json": ('{"mcp": {"servers": {"files": {"command": "npx", "args": ["-y", "server-files@1.2.3"]}}}}', STARTED),
    "claude_desktop_config.json": (
        '{"mcpServers": {"a": {"url": "http://a/mcp"}, "b": {"httpUrl": "https://b"}}}',
        [("a", (), "http://a/mcp"), ("b", (), "https://b")],
    ),
    ".codex/config.toml": ('[mcp_servers.files]\ncommand = "npx"\nargs = ["-y", "server-files@1.2.3"]\n', STARTED),
    "agent.yaml": ("tools:\n  mcpServers:\n  - {name: files, command: npx, args: [-y, server-files@1.2.3]}\n", STARTED),
    "opencode.json": ('{"mcp_servers": {"files": {"command": ["npx", "-y", "server-files@1.2.3"]}}}', STARTED),
    ".claude/agents/a.md": ("---\nmcpServers:\n  files: {command: npx -y server-files@1.2.3}\n---\nHi\n", STARTED),
    "openapi.json": ('{"paths": {"/a": {"examples": {"mcp_servers": [{"url": "http://a"}]}}}}', []),
    "package.yaml": ("servers: {a: {url: http://a}}\n", []),
    "api.json": ('{"servers": [{"url": "http://a"}]}', []),
}


@pytest.mark.parametrize("path", CASES)
def test_servers(path: str) -> None:
    text, expected = CASES[path]
    assert [(server.name, server.words, server.url) for server in mcp_servers(linked({path: text}))] == expected
