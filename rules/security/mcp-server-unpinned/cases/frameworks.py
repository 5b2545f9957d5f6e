from agents import Agent
from agents.mcp import MCPServerStdio
from langchain_mcp_adapters.client import MultiServerMCPClient

PACKAGE = "mcp-server-time"  # ruleid: mcp-server-unpinned

servers = MultiServerMCPClient({
    "time": {
        "command": "uvx",
        "args": [PACKAGE, "--local-timezone", "Europe/Berlin"],
        "transport": "stdio",
    },
    "search": {
        "command": "docker",
        "args": ["run", "-i", "--rm", "mcp/brave-search:latest"],  # ruleid: mcp-server-unpinned
        "transport": "stdio",
    },
    "orders": {"command": "python", "args": ["./orders.py"], "transport": "stdio"},  # ok: mcp-server-unpinned
    "math": {"command": "uvx", "args": ["mcp-server-math==0.4.2"], "transport": "stdio"},  # ok: mcp-server-unpinned
})
git = MCPServerStdio(params={"command": "uvx", "args": ["mcp-server-git"]})  # ruleid: mcp-server-unpinned
assistant = Agent(name="assistant", instructions="Help with the repository.", model="gpt-4.1-2025-04-14", mcp_servers=[git])
