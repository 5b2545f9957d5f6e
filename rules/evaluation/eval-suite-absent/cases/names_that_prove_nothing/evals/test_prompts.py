from prompts import SYSTEM


def test_system_prompt_names_the_law() -> None:
    assert "law" in SYSTEM
    assert len(SYSTEM) < 2000
