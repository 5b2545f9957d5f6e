from langchain_community.tools import ShellTool


def test_shell_tool_echoes() -> None:
    assert "hello" in ShellTool().invoke({"commands": ["echo hello"]})  # ok: agent-code-exec-unsandboxed
