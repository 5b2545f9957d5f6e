import uvicorn
from mcp.server.auth.settings import AuthSettings
from mcp.server.fastmcp import FastMCP

from tokens import Verifier

weather = FastMCP("weather", host="0.0.0.0", port=9000)
checked = FastMCP("weather", host="0.0.0.0", auth=AuthSettings(issuer_url="https://login.example.com"), token_verifier=Verifier())
plain = FastMCP("weather")


@weather.tool()
def forecast(city: str) -> str:
    """Tomorrow's weather in a city."""
    return f"sunny in {city}"


def serve() -> None:
    weather.run(transport="streamable-http")  # ruleid: mcp-server-unauthenticated


def serve_checked() -> None:
    checked.run(transport="streamable-http")  # ok: mcp-server-unauthenticated


def serve_by_hand() -> None:
    uvicorn.run(plain.streamable_http_app(), host="0.0.0.0", port=9000)  # ruleid: mcp-server-unauthenticated


def serve_here() -> None:
    app = plain.sse_app()
    uvicorn.run(app, host="127.0.0.1", port=9000)  # ok: mcp-server-unauthenticated


if __name__ == "__main__":
    weather.run(transport="stdio")  # ok: mcp-server-unauthenticated
