from langgraph.checkpoint.memory import MemorySaver
from langgraph.prebuilt import create_react_agent

graph = create_react_agent("anthropic:claude-opus-4-8", tools=[], checkpointer=MemorySaver())  # ok: in-memory-vector-store
