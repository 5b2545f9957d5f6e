from langchain_openai import ChatOpenAI
from langgraph.graph import START, MessagesState, StateGraph

from memory import saver

llm = ChatOpenAI(model="gpt-4.1-2025-04-14", timeout=30)


def answer(state: MessagesState) -> dict:
    return {"messages": [llm.invoke(state["messages"])]}


builder = StateGraph(MessagesState)
builder.add_node("answer", answer)
builder.add_edge(START, "answer")
graph = builder.compile(checkpointer=saver)
