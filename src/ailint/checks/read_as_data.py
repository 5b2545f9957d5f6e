"""Model calls whose answers code reads: parsed, executed, turned into numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.output_parsed_without_schema import is_envelope
from ailint.project.things import CallRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Value
    from ailint.project import Project
    from ailint.project.things import Spot

READERS = {"parse": "text", "sink": "code"}
NUMBERS = frozenset({"int", "float"})
FARTHEST = 3


class ReadAsData:
    """Tells whether code reads a call's answer, looking where the answer can get to by return: each file is searched once."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._read: dict[str, frozenset[CallRef]] = {}

    def __contains__(self, ref: CallRef) -> bool:
        return any(ref in self.read_in(path) for path in self.paths(ref.path, self.project.resolver.call(ref).scope, FARTHEST))

    def paths(self, path: str, scope: int, farther: int) -> set[str]:
        """The file of a function and those of its callers."""
        found = {path}
        for ref in (self.project.resolver.callers(path, scope) or ()) if farther and scope > 0 else ():
            found |= self.paths(ref.path, self.project.resolver.call(ref).scope, farther - 1)
        return found

    def read_in(self, path: str) -> frozenset[CallRef]:
        """The calls whose answers are read in one file."""
        if path not in self._read:
            traces = (trace for value, spot in self.readings(path) for trace in self.project.flow.model_output(value, spot))
            self._read[path] = frozenset(trace.ref for trace in traces if trace.ref is not None and not is_envelope(self.project, trace))
        return self._read[path]

    def readings(self, path: str) -> Iterator[tuple[Value, Spot]]:
        """Every text that a file reads structure out of, with its spot."""
        for index, call in enumerate(self.project.python[path].calls):
            if call.name in NUMBERS and call.args:
                yield call.args[0], self.project.resolver.spot(CallRef(path, index))
                continue
            site = self.project.site(path, index)
            name = READERS.get(site.role.partition(".")[0]) if site is not None else None
            text = self.project.given(site, name) if site is not None and name else None
            if site is not None and text is not None:
                yield text, site.spot
