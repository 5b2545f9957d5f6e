from langchain_core.language_models import FakeListChatModel
from langchain_core.prompts import ChatPromptTemplate


def test_chain():
    llm = FakeListChatModel(responses=["It rains in Bergen."])
    chain = ChatPromptTemplate.from_template("Weather in {city}?") | llm
    assert chain.invoke({"city": "Bergen"}).content == "It rains in Bergen."  # ok: exact-match-on-llm-output
