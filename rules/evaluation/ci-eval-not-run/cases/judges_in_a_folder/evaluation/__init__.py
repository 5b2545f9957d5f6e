from abc import ABC, abstractmethod


class Evaluator(ABC):
    @abstractmethod
    def score(self, task: str, draft: str) -> float: ...
