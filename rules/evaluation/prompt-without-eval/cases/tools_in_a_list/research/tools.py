from langchain_core.tools import tool
from langchain_openai import ChatOpenAI

llm = ChatOpenAI(model="gpt-4.1-mini-2025-04-14", timeout=20)
SHORTEN = """Shorten this page to what answers the question.
Keep numbers and names.
Leave out advertisements."""


@tool
def read_page(text: str) -> str:
    """Read a page."""
    return llm.invoke([("system", SHORTEN), ("user", text)]).content


def all_tools() -> list:
    return [read_page]
