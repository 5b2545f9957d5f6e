"""Frameworks and gateways: usage switched off, or left out where the library passes it on by request only."""

from collections.abc import Iterator

import litellm
from langchain_core.output_parsers import StrOutputParser
from langchain_core.prompts import ChatPromptTemplate
from langchain_openai import ChatOpenAI

PROMPT = ChatPromptTemplate.from_messages([("system", "Answer in one sentence."), ("human", "{question}")])
quiet = ChatOpenAI(model="gpt-4.1-2025-04-14", temperature=0, timeout=30, stream_usage=False)
chain = PROMPT | quiet | StrOutputParser()


def converse(question: str) -> Iterator[str]:
    for chunk in quiet.stream(question):  # ruleid: stream-usage-not-requested
        yield chunk.content


def explain(question: str) -> Iterator[str]:
    yield from chain.stream({"question": question})  # ruleid: stream-usage-not-requested


def once(question: str) -> str:
    return quiet.invoke(question).content


async def anywhere(messages: list[dict[str, str]]) -> object:
    return await litellm.acompletion(model="gpt-4.1", messages=messages, stream=True)  # ruleid: stream-usage-not-requested


async def unasked(messages: list[dict[str, str]]) -> object:
    # ruleid: stream-usage-not-requested
    return await litellm.acompletion(model="gpt-4.1", messages=messages, stream=True, stream_options={"include_usage": False})
