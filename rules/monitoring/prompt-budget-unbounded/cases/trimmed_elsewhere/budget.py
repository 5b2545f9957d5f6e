def trimmed(messages: list[dict], characters: int = 20_000) -> list[dict]:
    kept: list[dict] = []
    for message in reversed(messages):
        characters -= len(message["content"])
        if characters < 0:
            break
        kept.insert(0, message)
    return kept
