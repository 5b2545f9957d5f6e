import time


class Provider:
    attempts = 3

    def complete(self, prompt: str) -> str:
        raise NotImplementedError

    def answer(self, prompt: str) -> str:
        for attempt in range(self.attempts):
            try:
                return self.complete(prompt)
            except OSError:
                time.sleep(2**attempt)
        raise RuntimeError(prompt)
