"""Formats: the modules of `report/`, found and called by name."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

from ailint import report as package

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from ailint.summary import Report
    from ailint.view import View


def names() -> list[str]:
    """Every format, by name."""
    return sorted(module.name for module in iter_modules(package.__path__) if not module.name.startswith("_"))


def purpose(name: str) -> str:
    """What a format is for: the line its module begins with, the format's name left out."""
    return (_module(name).__doc__ or "").partition(": ")[2]


def shows_readiness(name: str) -> bool:
    """Whether a format shows scores: its module says so."""
    return getattr(_module(name), "READINESS", False)


def shows_evidence(name: str) -> bool:
    """Whether a format shows what proves that things are done, controls that move no score included: its module says so."""
    return getattr(_module(name), "EVIDENCE", False)


def is_text(name: str) -> bool:
    """Whether a format is text for a terminal: its module says so."""
    return getattr(_module(name), "TEXT", False)


def render(name: str, report: Report, view: View) -> Iterator[str]:
    """The lines of the report in a format."""
    lines: Iterator[str] = _module(name).render(report, view)
    return lines


def _module(name: str) -> ModuleType:
    return import_module(f"{package.__name__}.{name}")
