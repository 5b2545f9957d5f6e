"""The baseline: the findings known when it was made, as its file has them."""

from __future__ import annotations

from msgspec import Struct


class Entry(Struct, frozen=True, forbid_unknown_fields=True):
    """The findings of one fingerprint. No line numbers and no dates, so that it changes only when findings do."""

    fingerprint: str
    rule: str
    path: str
    count: int


class Baseline(Struct, frozen=True, forbid_unknown_fields=True):
    """A baseline file: entries sorted by path, rule and fingerprint, one a line."""

    schema_version: int
    entries: tuple[Entry, ...]
