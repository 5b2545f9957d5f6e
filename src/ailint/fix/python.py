"""Where comments can stand in Python, as libcst's tree of white space tells; f-strings, whose inside older Pythons cannot comment, are wholes."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING, cast

import libcst as cst
from libcst.metadata import CodeRange, MetadataWrapper, PositionProvider

from ailint.fix.places import Places

if TYPE_CHECKING:
    from collections.abc import Mapping

WHOLES = tuple(getattr(cst, name) for name in ("FormattedString", "TemplatedString") if hasattr(cst, name))


def python_places(text: str) -> Places | None:
    """The lines that a comment can end and those above which one can stand; None where libcst cannot read the text."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            module = MetadataWrapper(cst.parse_module(text), unsafe_skip_copy=True)
            positions = cast("Mapping[cst.CSTNode, CodeRange]", module.resolve(PositionProvider))
    except (cst.ParserSyntaxError, cst.CSTValidationError, RecursionError):
        return None
    wholes = {line for node, place in positions.items() if isinstance(node, WHOLES) for line in range(place.start.line, place.end.line)}
    ends = {place.start.line for node, place in positions.items() if isinstance(node, cst.TrailingWhitespace)} - wholes
    empty = {place.start.line for node, place in positions.items() if isinstance(node, cst.EmptyLine)} - wholes
    return Places(frozenset(ends), frozenset({1, *(line + 1 for line in ends | empty)}))
