from unittest.mock import Mock

from support.prompts import ROUTER

log = Mock()


def test_every_queue_is_described() -> None:
    for queue in ("billing", "technical", "other"):
        assert f"{queue}:" in ROUTER, log
