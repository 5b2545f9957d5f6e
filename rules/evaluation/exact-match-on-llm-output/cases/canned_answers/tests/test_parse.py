from parse import Parser


def test_thought() -> None:
    parser = Parser()
    parser.feed("Thought: look at the map\nAction: map")
    assert parser.thought == "look at the map"
