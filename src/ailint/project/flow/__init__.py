"""Value flow: where a value comes from, traced from its use back to its sources, through functions, classes and modules."""

from ailint.project.flow.engine import Flow
from ailint.project.flow.trace import HELD, SERIALISED, Trace, taken_by

__all__ = ["HELD", "SERIALISED", "Flow", "Trace", "taken_by"]
