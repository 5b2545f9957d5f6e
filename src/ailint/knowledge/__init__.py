"""What calls, models and practices mean: dated tables and the questions one can ask them."""

from ailint.knowledge.load import TableError, load, load_models
from ailint.knowledge.meanings import Knowledge, Meaning

__all__ = ["Knowledge", "Meaning", "TableError", "load", "load_models"]
