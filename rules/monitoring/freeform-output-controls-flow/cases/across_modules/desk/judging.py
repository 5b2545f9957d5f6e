from desk.llm import Assistant

assistant = Assistant()


def is_urgent(mail: str) -> bool:
    answer = assistant.ask(f"Is this urgent? Answer yes or no.\n{mail}")
    return "yes" in answer.lower()


def summary(mail: str) -> str:
    return assistant.ask(f"Summarise: {mail}")
