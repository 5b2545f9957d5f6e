from langchain_core.tools import tool


@tool
def search(query: str) -> str:
    """Search the handbook."""
    return query
