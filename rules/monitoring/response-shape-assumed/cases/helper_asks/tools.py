TOOLS = [{"name": "weather", "description": "Weather of a city.", "input_schema": {"type": "object"}}]
