"""A framework looks at the arguments before a tool sees them."""

from langchain.agents import create_agent
from langchain_core.tools import tool
from langchain_openai import ChatOpenAI

llm = ChatOpenAI(model="gpt-4.1-2025-04-14", temperature=0, timeout=60)


@tool
def weather(city: str) -> str:
    """The weather in a city."""
    return f"sunny in {city}"


agent = create_agent(llm, tools=[weather])


def answer(question: str) -> str:
    return agent.invoke({"messages": [{"role": "user", "content": question}]})["messages"][-1].content


def answer_once(question: str) -> list:
    message = llm.bind_tools([weather]).invoke(question)
    return [weather.invoke(call["args"]) for call in message.tool_calls]
