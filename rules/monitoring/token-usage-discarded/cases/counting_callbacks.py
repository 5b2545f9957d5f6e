"""Callbacks of LangChain that count."""

import logging

from langchain_community.callbacks import get_openai_callback
from langchain_core.callbacks import UsageMetadataCallbackHandler
from langchain_openai import ChatOpenAI

log = logging.getLogger(__name__)
usage = UsageMetadataCallbackHandler()
llm = ChatOpenAI(model="gpt-4.1-2025-04-14", temperature=0, timeout=30)
counted = ChatOpenAI(model="gpt-4.1-mini-2025-04-14", temperature=0, timeout=30, callbacks=[usage])


def answer(question: str) -> str:
    with get_openai_callback() as cost:
        reply = llm.invoke(question)  # ok: token-usage-discarded
    log.info("answered", extra={"tokens": cost.total_tokens, "usd": cost.total_cost})
    return reply.content


def shorten(text: str) -> str:
    return counted.invoke(f"Shorten: {text}").content  # ok: token-usage-discarded


def draft(topic: str) -> str:
    return llm.invoke(topic, config={"callbacks": [usage]}).content  # ok: token-usage-discarded
