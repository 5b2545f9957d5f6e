from langchain_community.tools import DuckDuckGoSearchRun, ShellTool


def default_tools() -> list:
    return [DuckDuckGoSearchRun(), ShellTool(ask_human_input=True)]  # ruleid: agent-code-exec-unsandboxed
