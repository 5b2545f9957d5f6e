"""The project: facts linked across files, as checks see them."""

from ailint.project.project import Project

__all__ = ["Project"]
