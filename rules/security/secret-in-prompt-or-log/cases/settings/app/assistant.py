"""Uses the settings: most of them may be shown, and a type that hides its value may be too."""

import logging

from langchain_core.messages import HumanMessage, SystemMessage
from langchain_openai import ChatOpenAI

from app.config import settings

logger = logging.getLogger(__name__)
llm = ChatOpenAI(model="gpt-4.1-2025-04-14", api_key=settings.openai_api_key.get_secret_value(), temperature=0, timeout=30)  # ok: secret-in-prompt-or-log

logger.info("crm at %s, at most %d tokens", settings.crm_url, settings.max_tokens)  # ok: secret-in-prompt-or-log
logger.info("key %s", settings.openai_api_key)  # ok: secret-in-prompt-or-log
logger.info("key %s", settings.openai_api_key.get_secret_value())  # ruleid: secret-in-prompt-or-log


def answer(question: str) -> str:
    logger.info("token %s", settings.crm_token)  # ruleid: secret-in-prompt-or-log
    system = f"You may read {settings.crm_url} with the token {settings.crm_token}."
    return llm.invoke([SystemMessage(system), HumanMessage(question)]).content  # ruleid: secret-in-prompt-or-log
