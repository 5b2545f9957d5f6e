from collections.abc import Callable


def weather(city: str) -> str:
    """The weather in a city."""
    return f"sunny in {city}"


TOOLS: dict[str, Callable[..., str]] = {"weather": weather}
SCHEMAS = [
    {"type": "function", "function": {"name": "weather", "parameters": {"type": "object", "properties": {"city": {"type": "string"}}}}},
]
