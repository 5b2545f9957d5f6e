from langchain.agents import create_agent

agent = create_agent("openai:gpt-4.1-2025-04-14", tools=[])
