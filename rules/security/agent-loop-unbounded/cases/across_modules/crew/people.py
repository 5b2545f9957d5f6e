def ask_person() -> dict:
    return {"role": "user", "content": input("> ")}
