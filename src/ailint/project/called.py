"""Calls by the last name of what they call, other names of the same thing seen through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Attribute, CallResult, Ref
from ailint.project.bindings import tail
from ailint.project.things import CallRef

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from ailint.facts import Call, PythonFacts
    from ailint.project.resolve import Resolver

FOLLOWED = 3


def calls_by_tail(files: Mapping[str, PythonFacts]) -> dict[str, list[CallRef]]:
    """Every call under its own last name, and under the names that this one is given to elsewhere in the project."""
    others = other_names(files)
    known: dict[str, list[list[CallRef]]] = {}
    found: dict[str, list[CallRef]] = {}
    for path, facts in files.items():
        for index, call in enumerate(facts.calls):
            name = call.name
            if name not in known:
                known[name] = [found.setdefault(each, []) for each in stands_for(name, others)]
            ref = CallRef(path, index)
            for refs in known[name]:
                refs.append(ref)
    return found


def calls_written(resolver: Resolver, names: AbstractSet[str]) -> list[tuple[CallRef, Call]]:
    """Every call that is written with one of some last names, in order; calls under another name of the same thing are left out."""
    refs = {ref for name in names for ref in resolver.calls_by_tail.get(name, ())}
    calls = ((ref, resolver.call(ref)) for ref in sorted(refs, key=lambda ref: (ref.path, ref.index)))
    return [(ref, call) for ref, call in calls if call.name in names]


def other_names(files: Mapping[str, PythonFacts]) -> dict[str, set[str]]:
    """Name → last names of what imports and assignments give it to."""
    found: dict[str, set[str]] = {}
    for facts in files.values():
        for name, given in (*imported(facts), *assigned(facts)):
            if given and given != name:
                found.setdefault(name, set()).add(given)
    return found


def imported(facts: PythonFacts) -> Iterator[tuple[str, str]]:
    """`from m import a as b`."""
    yield from ((found.alias, found.name) for found in facts.imports if found.name)


def assigned(facts: PythonFacts) -> Iterator[tuple[str, str]]:
    """`b = x.a`, `self.b = a`, `b = partial(a, …)`."""
    for step in facts.steps:
        if step.kind == "bind" and isinstance(step.target, Ref) and step.value is not None:
            call = facts.calls[step.value.call] if isinstance(step.value, CallResult) else None
            value = step.value if call is None else call.args[0] if call.name == "partial" and call.args else None
            if isinstance(value, Ref | Attribute):
                yield tail(step.target), tail(value)


def stands_for(name: str, others: Mapping[str, set[str]]) -> list[str]:
    """The name, and what it is another name for, a few steps on."""
    found = [name]
    new = found
    for _ in range(FOLLOWED):
        new = [given for each in new for given in sorted(others.get(each, ())) if given not in found]
        found += dict.fromkeys(new)
    return found
