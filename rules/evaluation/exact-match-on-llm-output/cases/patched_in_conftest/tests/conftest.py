from types import SimpleNamespace

import pytest

import ask


@pytest.fixture(autouse=True)
def canned(monkeypatch: pytest.MonkeyPatch) -> None:
    responses = SimpleNamespace(create=lambda **_: SimpleNamespace(output_text="forty two"))
    monkeypatch.setattr(ask.client, "responses", responses)
