from ask import ask


def test_ask() -> None:
    assert ask("What is six times seven?") == "forty two"
