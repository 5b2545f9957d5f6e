"""Steps of a graph: each run of the graph runs them again."""

from typing import TypedDict

from langchain_anthropic import ChatAnthropic
from langchain_google_genai import ChatGoogleGenerativeAI
from langgraph.graph import END, START, StateGraph

writer = ChatAnthropic(model="claude-opus-4-8", max_tokens=800, timeout=60)  # ok: client-per-request


class State(TypedDict):
    question: str
    draft: str
    answer: str


def draft(state: State) -> dict[str, str]:
    llm = ChatGoogleGenerativeAI(model="gemini-2.5-flash-lite", timeout=30)  # ruleid: client-per-request
    return {"draft": llm.invoke(state["question"]).content}


def polish(state: State) -> dict[str, str]:
    return {"answer": writer.invoke(state["draft"]).content}


builder = StateGraph(State)
builder.add_node("draft", draft)
builder.add_node("polish", polish)
builder.add_edge(START, "draft")
builder.add_edge("draft", "polish")
builder.add_edge("polish", END)
graph = builder.compile()
