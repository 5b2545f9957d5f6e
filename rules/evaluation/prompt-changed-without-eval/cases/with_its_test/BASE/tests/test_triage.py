from unittest.mock import MagicMock

import triage


def test_the_prompt_names_every_kind():
    assert all(kind in triage.TRIAGE for kind in ("complaint", "praise", "question"))
