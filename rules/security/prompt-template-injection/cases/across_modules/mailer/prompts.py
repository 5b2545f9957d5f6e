from langchain_core.prompts import ChatPromptTemplate


def build(instruction: str, request: str) -> ChatPromptTemplate:
    return ChatPromptTemplate.from_messages([("system", instruction), ("human", request)])  # ruleid: prompt-template-injection


def build_once(instruction: str) -> ChatPromptTemplate:
    return ChatPromptTemplate.from_messages([("system", instruction), ("human", "{request}")])  # ok: prompt-template-injection
