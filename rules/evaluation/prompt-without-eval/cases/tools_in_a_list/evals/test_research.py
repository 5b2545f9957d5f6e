from research.graph import build


def test_names_the_year() -> None:
    state = build().invoke({"messages": [("user", "When did the library open?")]}, {"recursion_limit": 10})
    assert "1894" in state["messages"][-1].content
