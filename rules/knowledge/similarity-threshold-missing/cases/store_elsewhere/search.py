from store import get_store


class Search:
    def __init__(self) -> None:
        self.store = get_store()

    def passages(self, question: str) -> list[str]:
        # ruleid: similarity-threshold-missing
        return [document.page_content for document in self.store.similarity_search(question, k=8)]
