"""Wrappers that bring a temperature of their own: hidden and high, or low."""

from langchain_google_genai import ChatGoogleGenerativeAI
from langchain_mistralai import ChatMistralAI
from langchain_openai import ChatOpenAI, OpenAI
from llama_index.llms.openai import OpenAI as LlamaOpenAI

mistral = ChatMistralAI(model="mistral-large-2512")  # ruleid: temperature-implicit
gemini = ChatGoogleGenerativeAI(model="gemini-2.5-flash-lite", timeout=30)  # ruleid: temperature-implicit
completion = OpenAI(model="gpt-3.5-turbo-instruct", timeout=30)  # ruleid: temperature-implicit
exact = ChatMistralAI(model="mistral-large-2512", temperature=0)  # ok: temperature-implicit
lively = ChatOpenAI(model="gpt-4.1-2025-04-14", temperature=1.1, timeout=30)  # ok: temperature-implicit
low_default = LlamaOpenAI(model="gpt-4.1-2025-04-14")  # ok: temperature-implicit


def answers(question: str) -> list[str]:
    chats = [mistral.invoke(question), gemini.invoke(question), exact.invoke(question), lively.invoke(question)]
    return [reply.content for reply in chats] + [completion.invoke(question), low_default.complete(question).text]
