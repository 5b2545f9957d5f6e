from tinychain import Chain


def test_history_starts_empty() -> None:
    assert Chain(client=None, model="m").history == []
