from app.settings import Settings


def test_writer_can_be_changed() -> None:
    assert Settings(writer="claude-2.1").writer == "claude-2.1"  # ok: model-retired
