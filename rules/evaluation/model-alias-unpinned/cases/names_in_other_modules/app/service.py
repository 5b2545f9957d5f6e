from app.llm import complete


def summarise(text: str) -> str:
    return complete(f"Summarise: {text}")


def translate(text: str) -> str:
    return complete(f"Translate: {text}", model="gpt-5.4-nano")  # ruleid: model-alias-unpinned


def keywords(text: str) -> str:
    return complete(f"Keywords: {text}", model="gpt-5.4-nano-2026-03-17")  # ok: model-alias-unpinned
