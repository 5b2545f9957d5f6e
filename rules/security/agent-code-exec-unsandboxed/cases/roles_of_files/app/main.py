from fastapi import FastAPI
from langchain.agents import create_agent

from app.toolbox import default_tools

app = FastAPI()
agent = create_agent("openai:gpt-4.1-2025-04-14", tools=default_tools())


@app.post("/task")
def task(text: str) -> str:
    return agent.invoke({"messages": [{"role": "user", "content": text}]})["messages"][-1].content
