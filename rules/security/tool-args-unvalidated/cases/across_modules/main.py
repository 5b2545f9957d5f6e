import sys

from desk.dispatch import dispatch
from desk.llm import tool_calls


def answer(question: str) -> list[str]:
    return [dispatch(name, arguments) for name, arguments in tool_calls([{"role": "user", "content": question}])]


if __name__ == "__main__":
    print(answer(sys.argv[1]))
