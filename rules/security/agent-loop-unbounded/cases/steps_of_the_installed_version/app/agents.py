from langchain.agents import create_agent
from langchain.agents.middleware import ModelCallLimitMiddleware
from langgraph.graph import StateGraph

from app.tools import search

researcher = create_agent("openai:gpt-4.1-2025-04-14", tools=[search])
careful = create_agent("openai:gpt-4.1-2025-04-14", tools=[search], middleware=[ModelCallLimitMiddleware(run_limit=10)])
patient = create_agent("openai:gpt-4.1-2025-04-14", tools=[search]).with_config({"recursion_limit": 40})


def pipeline(state, step):
    graph = StateGraph(state)
    graph.add_node("step", step)
    graph.add_edge("__start__", "step")
    return graph.compile()
