from encoder.models import Encoder


def test_encodes() -> None:
    assert Encoder("fake-model")
