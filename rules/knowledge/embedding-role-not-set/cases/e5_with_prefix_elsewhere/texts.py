def as_query(text: str) -> str:
    return f"query: {text.strip()}"


def as_passage(text: str) -> str:
    return f"passage: {text.strip()}"
