from langchain_anthropic import ChatAnthropic

llm = ChatAnthropic(model="claude-sonnet-4-5-20250929", timeout=30)


def reply(text: str) -> str:
    return llm.invoke(text).content


if __name__ == "__main__":
    print(reply(input("> ")))
