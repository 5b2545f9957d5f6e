from langchain_core.prompts import ChatPromptTemplate
from langchain_openai import ChatOpenAI

from app.prompts import SYSTEM

llm = ChatOpenAI(model="gpt-4.1-2025-04-14", temperature=0, timeout=30)
chain = ChatPromptTemplate.from_messages([("system", SYSTEM), ("user", "{question}")]) | llm


def answer(question: str) -> str:
    return chain.invoke({"question": question}).content
