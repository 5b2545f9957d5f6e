class Session:
    def __init__(self) -> None:
        self.messages: list[dict] = []

    def add(self, role: str, content: str) -> None:
        self.messages.append({"role": role, "content": content})


SESSION = Session()
