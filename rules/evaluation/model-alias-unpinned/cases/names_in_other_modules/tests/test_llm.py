from app.llm import complete


def test_complete() -> None:
    assert complete("Say yes.", model="gpt-4o")  # ok: model-alias-unpinned
