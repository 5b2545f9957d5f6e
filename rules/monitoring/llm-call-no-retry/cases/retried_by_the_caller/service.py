from policy import polite_retry
from providers.chat import GeminiChat, MistralChat

gemini = GeminiChat()
mistral = MistralChat()


@polite_retry
def answer(question: str) -> str:
    return gemini.send(question)


def second_opinion(question: str) -> str:
    return mistral.send(question)
