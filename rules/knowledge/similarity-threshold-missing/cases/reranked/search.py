from order import best
from store import get_store


class Search:
    def __init__(self) -> None:
        self.store = get_store()

    def passages(self, question: str) -> list[str]:
        # ok: similarity-threshold-missing
        documents = self.store.similarity_search(question, k=20)
        return best(question, [document.page_content for document in documents])
