from fastmcp import FastMCP

server = FastMCP("shop", instructions="Answers questions about orders.")


@server.tool
def order(number: int) -> str:
    """Look up an order."""
    return f"order {number} is on its way"
