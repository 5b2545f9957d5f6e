from langchain.agents import create_agent
from langchain.agents.middleware import ModelRetryMiddleware

from models import primary

agent = create_agent(primary, tools=[], middleware=[ModelRetryMiddleware(max_retries=3, backoff_factor=2.0)])


def ask(text: str) -> str:
    return agent.invoke({"messages": [{"role": "user", "content": text}]})["messages"][-1].content
