"""Paths of files, as far as the code shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Attribute, CallResult, Literal, Operation, Ref, Value
from ailint.project.text import HOLE
from ailint.project.things import CallRef, Data, External, Spot

if TYPE_CHECKING:
    from ailint.project import Project

MADE_OF_PATHS = ("os.path.", "posixpath.", "pathlib.", "os.fspath", "builtins.str")
OPENERS = frozenset({"builtins.open", "gzip.open", "bz2.open", "lzma.open", "io.open", "aiofiles.open", "codecs.open"})
DEEPEST = 6


def path_text(value: Value, spot: Spot, project: Project, depth: int = 0) -> str:
    """The text of a path, or of the path behind an open file, with holes where parts of it are put in."""
    if depth > DEEPEST:
        return HOLE
    match value:
        case Literal(value=str(text)):
            return text
        case Operation(operator="/", operands=parts):
            return "/".join(path_text(part, spot, project, depth + 1) for part in parts)
        case CallResult(call=call):
            return called(CallRef(spot.path, call), project, depth)
        case _:
            return followed(value, spot, project, depth)


def followed(value: Value, spot: Spot, project: Project, depth: int) -> str:
    """The path that a name stands for."""
    for thing in project.things(value, spot):
        if isinstance(thing, External) and thing.makers:
            return called(thing.makers[-1], project, depth)
        if isinstance(thing, Data) and thing.value != value:
            return path_text(thing.value, thing.spot, project, depth + 1)
    return project.texts.flat(value, spot)


def called(ref: CallRef, project: Project, depth: int) -> str:
    """What `os.path.join(…)`, `Path(…)`, `open(path)` or `path.open()` stands for."""
    call = project.resolver.call(ref)
    spot = project.resolver.spot(ref)
    origins = [thing.origin for thing in project.resolver.callee(ref) if isinstance(thing, External)]
    if opens(ref, project):
        return path_text(call.args[0], spot, project, depth + 1) if call.args else HOLE
    if any(origin.startswith(MADE_OF_PATHS) for origin in origins) and call.args:
        return "/".join(path_text(part, spot, project, depth + 1) for part in call.args)
    if isinstance(call.func, Attribute) and call.func.name in {"open", "resolve", "absolute", "expanduser"}:
        return path_text(call.func.base, spot, project, depth + 1)
    if isinstance(call.func, Ref) and call.func.name.rpartition(".")[2] in {"open", "resolve", "absolute", "expanduser"}:
        return path_text(Ref(call.func.name.rpartition(".")[0], call.func.line), spot, project, depth + 1)
    return project.texts.flat(CallResult(ref.index), spot)


def opens(ref: CallRef, project: Project) -> bool:
    """Whether a call opens the file whose path it is given."""
    return any(isinstance(thing, External) and thing.origin in OPENERS for thing in project.resolver.callee(ref))
