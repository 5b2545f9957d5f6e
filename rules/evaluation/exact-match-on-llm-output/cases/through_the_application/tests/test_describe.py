from shop.describe import Describer


def test_description() -> None:
    assert Describer().describe("a red wool hat") == "A warm red wool hat."


def test_length() -> None:
    assert len(Describer().describe("a red wool hat").split()) <= 8
