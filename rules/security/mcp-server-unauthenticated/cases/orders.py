import os

from fastmcp import FastMCP
from fastmcp.server.auth.providers.jwt import JWTVerifier

verifier = JWTVerifier(jwks_uri="https://login.example.com/keys", issuer="https://login.example.com", audience="orders")
HOST = "0.0.0.0"

orders = FastMCP("orders")
guarded = FastMCP("orders", auth=verifier)
local = FastMCP("orders")
choosing = FastMCP("orders", auth=verifier if os.environ.get("AUTH") else None)


@orders.tool
def cancel(order: str) -> str:
    """Cancel an order."""
    return f"{order} cancelled"


def serve() -> None:
    orders.run(transport="http", host="0.0.0.0", port=8000)  # ruleid: mcp-server-unauthenticated


def serve_by_name() -> None:
    orders.run("streamable-http", host=HOST)  # ruleid: mcp-server-unauthenticated


def serve_by_environment() -> None:
    orders.run(transport="sse", host=os.getenv("HOST", "0.0.0.0"))  # ruleid: mcp-server-unauthenticated


async def serve_in_loop() -> None:
    await orders.run_http_async(host="0.0.0.0", port=8000)  # ruleid: mcp-server-unauthenticated


def serve_guarded() -> None:
    guarded.run(transport="http", host="0.0.0.0", port=8000)  # ok: mcp-server-unauthenticated


def serve_perhaps() -> None:
    choosing.run(transport="http", host="0.0.0.0", port=8000)  # ok: mcp-server-unauthenticated


def serve_here() -> None:
    local.run(transport="http", host="127.0.0.1", port=8000)  # ok: mcp-server-unauthenticated


def serve_by_default() -> None:
    local.run(transport="http")  # ok: mcp-server-unauthenticated


def serve_program() -> None:
    local.run()  # ok: mcp-server-unauthenticated


def serve_as_told(transport: str) -> None:
    local.run(transport=transport, host="0.0.0.0")  # ok: mcp-server-unauthenticated
