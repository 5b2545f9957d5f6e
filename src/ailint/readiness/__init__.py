"""Readiness: how near a project is to production, by formula version 1."""

from ailint.readiness.assess import SHOWN, Exceptions, assess
from ailint.readiness.records import Proof, Readiness

__all__ = ["SHOWN", "Exceptions", "Proof", "Readiness", "assess"]
