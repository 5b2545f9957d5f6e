from langchain.agents import create_agent
from langchain_openai import ChatOpenAI

llm = ChatOpenAI(model="gpt-4.1-2025-04-14", timeout=30)


def answer(question: str, model=llm) -> str:
    agent = create_agent(model=model, tools=[])
    result = agent.invoke({"messages": [{"role": "user", "content": question}]})
    return result["messages"][-1].content


if __name__ == "__main__":
    print(answer(input()))
