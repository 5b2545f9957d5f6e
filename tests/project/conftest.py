"""Tables that every project reads are read once for all tests."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from ailint.knowledge.flow import load_flow
from ailint.knowledge.hosts import load_hosts

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session", autouse=True)
def _tables_read_once() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("ailint.project.project.load_flow", cache(load_flow))
        patch.setattr("ailint.project.project.load_hosts", cache(load_hosts))
        yield
