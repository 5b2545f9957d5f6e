from unittest.mock import MagicMock, patch

from returns.decide import decide


@patch("returns.decide.client")
def test_decide_returns_the_text(client: MagicMock) -> None:
    client.messages.create.return_value.content = [MagicMock(text="ALLOW: rule 1")]
    assert decide("unopened, two weeks old") == "ALLOW: rule 1"
