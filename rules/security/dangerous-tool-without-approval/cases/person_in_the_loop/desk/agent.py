from langchain.agents import create_agent
from langchain.agents.middleware import HumanInTheLoopMiddleware

from desk.tools import refund

agent = create_agent("openai:gpt-4.1-2025-04-14", tools=[refund], middleware=[HumanInTheLoopMiddleware(interrupt_on={"refund": True})])


def answer(question: str) -> dict:
    return agent.invoke({"messages": [("user", question)]})
