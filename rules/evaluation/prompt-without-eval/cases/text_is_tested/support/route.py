from langchain_core.prompts import ChatPromptTemplate
from langchain_openai import ChatOpenAI

from support.prompts import ROUTER

llm = ChatOpenAI(model="gpt-4.1-mini-2025-04-14", timeout=20)


def route(message: str) -> str:
    chain = ChatPromptTemplate.from_messages([("system", ROUTER), ("user", "{message}")]) | llm
    return chain.invoke({"message": message}).content


if __name__ == "__main__":
    print(route(input("> ")))
