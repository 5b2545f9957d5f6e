"""Value flow: where a value comes from, traced from its use back to its sources, through functions, classes and modules."""

from ailint.project.flow.engine import Flow
from ailint.project.flow.trace import HELD, PARSED, SERIALISED, Trace, taken_by

__all__ = ["HELD", "PARSED", "SERIALISED", "Flow", "Trace", "taken_by"]
