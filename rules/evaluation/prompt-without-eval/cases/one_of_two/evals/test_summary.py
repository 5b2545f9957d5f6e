from digest.summary import summarise


def test_decisions_come_first() -> None:
    summary = summarise("We met. We decided to move the launch to May. Anna tells the press.")
    assert "May" in summary and "Anna" in summary
