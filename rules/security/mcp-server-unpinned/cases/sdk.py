import asyncio
import os

from anthropic import AsyncAnthropic
from mcp import ClientSession, StdioServerParameters
from mcp.client.stdio import stdio_client

client = AsyncAnthropic(timeout=60.0)

FILES = StdioServerParameters(
    command="npx",
    args=["-y", "@modelcontextprotocol/server-filesystem", "/data"],  # ruleid: mcp-server-unpinned
)
EXACT = StdioServerParameters(
    command="npx",
    args=["-y", "@modelcontextprotocol/server-filesystem@2025.8.21", "/data"],  # ok: mcp-server-unpinned
)
OURS = StdioServerParameters(command="python", args=["server.py"])  # ok: mcp-server-unpinned
CONFIGURED = StdioServerParameters(command="uvx", args=[os.environ["TOOLS_PACKAGE"]])  # ok: mcp-server-unpinned


async def tools() -> list[str]:
    async with stdio_client(FILES) as (read, write), ClientSession(read, write) as session:
        await session.initialize()
        return [tool.name for tool in (await session.list_tools()).tools]


if __name__ == "__main__":
    print(asyncio.run(tools()))
