from langchain_openai import ChatOpenAI
from langgraph.prebuilt import create_react_agent

from research.tools import all_tools


def build():
    return create_react_agent(ChatOpenAI(model="gpt-4.1-2025-04-14", timeout=30), all_tools())


if __name__ == "__main__":
    print(build().invoke({"messages": [("user", input())]}))
