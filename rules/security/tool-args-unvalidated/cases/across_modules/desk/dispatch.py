from desk.tools import TOOLS


def dispatch(name: str, arguments: dict) -> str:
    """Call a tool by its name."""
    if name not in TOOLS:
        return f"no tool {name}"
    return TOOLS[name](**arguments)
