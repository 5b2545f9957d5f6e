import subprocess

from agents import Agent, HostedMCPTool
from claude_agent_sdk import ClaudeAgentOptions, query
from langchain_community.agent_toolkits.openapi.toolkit import RequestsToolkit
from langchain_community.utilities.requests import TextRequestsWrapper
from openai import OpenAI

client = OpenAI(timeout=60)
MODE = "bypassPermissions"

unasked = ClaudeAgentOptions(model="claude-sonnet-4-5-20250929", permission_mode=MODE)  # ruleid: agent-permission-bypass
asked = ClaudeAgentOptions(model="claude-sonnet-4-5-20250929", permission_mode="acceptEdits", allowed_tools=["Read"])  # ok: agent-permission-bypass
toolkit = RequestsToolkit(requests_wrapper=TextRequestsWrapper(headers={}), allow_dangerous_requests=True)  # ruleid: agent-permission-bypass
careful = RequestsToolkit(requests_wrapper=TextRequestsWrapper(headers={}), allow_dangerous_requests=False)  # ok: agent-permission-bypass
tools = HostedMCPTool(
    tool_config={"type": "mcp", "server_label": "orders", "server_url": "https://tools.example.com", "require_approval": "never"}  # ruleid: agent-permission-bypass
)
reading = HostedMCPTool(
    tool_config={"type": "mcp", "server_label": "docs", "server_url": "https://docs.example.com", "require_approval": "never", "allowed_tools": ["search"]}  # ok: agent-permission-bypass
)
assistant = Agent(name="assistant", instructions="Handle orders.", model="gpt-4.1-2025-04-14", tools=[tools, reading])


def options(mode: str) -> ClaudeAgentOptions:
    return ClaudeAgentOptions(permission_mode=mode)  # ok: agent-permission-bypass


def ask(question: str) -> str:
    reply = client.responses.create(
        model="gpt-4.1-2025-04-14",
        input=question,
        max_output_tokens=400,
        tools=[{"type": "mcp", "server_label": "orders", "server_url": "https://tools.example.com", "require_approval": "always"}],  # ok: agent-permission-bypass
    )
    return reply.output_text


def run(prompt: str) -> None:
    subprocess.run(["claude", "-p", prompt, "--dangerously-skip-permissions"], check=True, timeout=600)  # ruleid: agent-permission-bypass
