from llm import complete
from policies import patient, stubborn
from retrying import retry


@patient
def summarise(text: str) -> str:
    return complete(f"Summarise: {text}")


@stubborn
def translate(text: str) -> str:
    return complete(f"Translate: {text}")


@retry(wait_fixed=2000)  # ruleid: unbounded-retry
def tag(text: str) -> str:
    return complete(f"Three tags: {text}")


@retry(stop_max_attempt_number=4, wait_fixed=2000)  # ok: unbounded-retry
def title(text: str) -> str:
    return complete(f"Title: {text}")
