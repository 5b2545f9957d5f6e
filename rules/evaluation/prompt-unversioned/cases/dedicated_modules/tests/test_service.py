from app.service import complete


def test_complete_answers() -> None:
    # ok: prompt-unversioned
    text = complete("""You are a test.
Reply with the word yes.
Do not explain.
Do not use punctuation.""", "ready?")
    assert text == "yes"
