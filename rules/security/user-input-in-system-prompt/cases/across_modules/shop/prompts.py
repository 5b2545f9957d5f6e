BASE = "You advise customers of a bicycle shop."


def instructions(background: str) -> str:
    if not background:
        return BASE
    return f"{BASE}\nAbout the customer: {background}"
