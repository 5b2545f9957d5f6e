SIZE = 1536


def blank() -> list[float]:
    return [0.0] * SIZE
