from langchain_openai import ChatOpenAI
from langgraph.checkpoint.memory import MemorySaver
from langgraph.graph import MessagesState, StateGraph
from langgraph.prebuilt import ToolNode, tools_condition

from desk.tools import refund

model = ChatOpenAI(model="gpt-4.1-2025-04-14", timeout=20).bind_tools([refund])


def think(state: MessagesState) -> dict:
    return {"messages": [model.invoke(state["messages"])]}


builder = StateGraph(MessagesState)
builder.add_node("think", think)
builder.add_node("tools", ToolNode([refund]))
builder.add_conditional_edges("think", tools_condition)
builder.add_edge("tools", "think")
builder.set_entry_point("think")
graph = builder.compile(checkpointer=MemorySaver(), interrupt_before=["tools"])


def answer(question: str) -> dict:
    return graph.invoke({"messages": [("user", question)]}, {"configurable": {"thread_id": "1"}})
