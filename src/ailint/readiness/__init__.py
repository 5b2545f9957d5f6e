"""Readiness: how near a project is to production, by formula version 1."""

from ailint.readiness.assess import Exceptions, assess
from ailint.readiness.records import Readiness

__all__ = ["Exceptions", "Readiness", "assess"]
