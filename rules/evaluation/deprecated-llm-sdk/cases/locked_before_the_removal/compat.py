class Completion:
    @staticmethod
    def create(text: str) -> str:
        return text[:10]
