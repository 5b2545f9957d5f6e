from langgraph.prebuilt import create_react_agent

from app.tools import search

researcher = create_react_agent("openai:gpt-4.1-2025-04-14", tools=[search])
