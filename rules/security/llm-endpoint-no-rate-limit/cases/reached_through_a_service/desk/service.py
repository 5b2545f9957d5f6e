from desk.llm import complete


class Desk:
    def answer(self, question: str) -> str:
        return complete(question[:2000])
