"""What an exception handler makes of a failure."""

from __future__ import annotations

import re
from enum import Enum, auto
from typing import TYPE_CHECKING

from ailint.checks.told import ADDING, LOUD, error_answer, helper_reports, recorded, reports, shown, within
from ailint.facts import Collection, Literal, Ref, Step, Value
from ailint.project.structure import LOOPS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import PythonFacts
    from ailint.project import Project
    from ailint.project.bindings import Bindings
    from ailint.project.sites import Site

BROAD = frozenset({"Exception", "BaseException", "builtins.Exception", "builtins.BaseException"})
FALLBACK = re.compile(r"fallback|degraded|default|apolog|canned|unavailable")
TOP_LEVEL = frozenset({"main", "run", "cli", "__main__"})


class Handling(Enum):
    """What becomes of a failure."""

    REPORTED = auto()  # raised again, answered as an error, counted, logged with its traceback, shown to the user
    DATA = auto()  # turned into a value that looks like an answer
    EXIT = auto()  # ends the process with status 0
    SILENT = auto()  # nothing is left of it


def is_broad(types: Value | None) -> bool:
    """Whether a handler catches everything."""
    if types is None:
        return True
    if isinstance(types, Collection):
        return any(is_broad(item) for item in types.items)
    return isinstance(types, Ref) and types.name in BROAD


def handlers(facts: PythonFacts) -> Iterator[tuple[int, bool]]:
    """Every handler block of a file, and whether it is broad."""
    for index, block in enumerate(facts.blocks):
        if block.kind == "handler":
            yield index, is_broad(block.value)


def handling(project: Project, bindings: Bindings, block: int) -> Handling:
    """What a handler makes of the failure that reaches it."""
    inside = set(bindings.inside(block))
    steps = [step for step in bindings.facts.steps if step.block in inside]
    sites = [site for index, _ in bindings.calls_within(block) if (site := project.site(bindings.path, index)) is not None]
    if any(reports(project, site) for site in sites) or helper_reports(project, bindings, block) or goes_up(bindings, block, steps):
        return Handling.REPORTED
    leaves = [site for site in sites if site.role == "exit"]
    if leaves:
        return Handling.EXIT if all(status_of(site) in {None, 0} for site in leaves) else Handling.REPORTED
    if error_answer(project, bindings, block, steps) or recorded(bindings, block, steps) or is_status(bindings, block, steps):
        return Handling.REPORTED
    if not answers(bindings, block) and shown(project, bindings, block):
        return Handling.REPORTED
    return handed_on(bindings, block, steps, logged=any(site.role in LOUD for site in sites))


def goes_up(bindings: Bindings, block: int, steps: list[Step]) -> bool:
    """Whether the failure is raised again, now or later, or ends a program at its outermost function."""
    return any(step.kind == "raise" for step in steps) or raised_later(bindings, block) or at_top_level(bindings, block)


def is_status(bindings: Bindings, block: int, steps: list[Step]) -> bool:
    """Whether the function tells its caller by a truth value whether it worked."""
    given = [step.value for step in steps if step.kind == "return"]
    if not given or not all(isinstance(value, Literal) and value.value is False for value in given):
        return False
    scope = bindings.facts.blocks[block].scope
    returned = [bindings.facts.steps[index] for index in bindings.steps_by_scope.get(scope, ()) if bindings.facts.steps[index].kind == "return"]
    return all(isinstance(step.value, Literal) and isinstance(step.value.value, bool) for step in returned)


def handed_on(bindings: Bindings, block: int, steps: list[Step], *, logged: bool) -> Handling:
    """What a handler that at most writes to the log makes of the failure for its caller."""
    given = [step.value for step in steps if step.kind in {"return", "yield"} and step.value is not None]
    given += [value for _, call in bindings.calls_within(block) if call.name in ADDING for value in call.args]
    if logged and any(falls_back(bindings, value, handed_in(bindings, block)) for value in given):
        return Handling.REPORTED
    if logged and not given and not answers(bindings, block):
        return Handling.REPORTED
    return Handling.DATA if given or logged else Handling.SILENT


def handed_in(bindings: Bindings, block: int) -> set[str]:
    """Names of what the function was given: its parameters, and the items its loops go over."""
    own = {parameter.name for parameter in bindings.facts.scopes[bindings.facts.blocks[block].scope].parameters}
    targets = [loop.target for loop in bindings.enclosing(block, LOOPS) if loop.target is not None]
    return own | {part.name for target in targets for part in within(bindings, target) if isinstance(part, Ref)}


def falls_back(bindings: Bindings, value: Value, given: set[str]) -> bool:
    """Whether a value is, by its name, an answer kept for this case, or what the function was given, unchanged."""
    names = [part.name for part in within(bindings, value) if isinstance(part, Ref)]
    return any(FALLBACK.search(name.lower()) for name in names) or (isinstance(value, Ref) and value.name in given)


def raised_later(bindings: Bindings, block: int) -> bool:
    """Whether a loop of attempts around the handler is followed by a raise."""
    scope = bindings.facts.blocks[block].scope
    loop = next(
        (index for index in bindings.ancestors(block) if bindings.facts.blocks[index].kind in LOOPS and bindings.facts.blocks[index].scope == scope),
        None,
    )
    if loop is None:
        return False
    end = bindings.facts.blocks[loop].span.end_line
    outer = set(bindings.ancestors(bindings.facts.blocks[loop].parent))
    raises = [step for step in bindings.facts.steps if step.kind == "raise"]
    after = (step for step in raises if step.scope == scope and step.span.line > end and outside_conditions(bindings, step.block) in outer | {loop})
    return any(after) or any(else_of(bindings, step, loop) for step in raises)


def outside_conditions(bindings: Bindings, block: int) -> int:
    """The first block around a place that is no `if` or `else`: `if answer is None: raise` counts as a raise after the loop."""
    return next(index for index in bindings.ancestors(block) if bindings.facts.blocks[index].kind not in {"if", "else"})


def else_of(bindings: Bindings, step: Step, loop: int) -> bool:
    """Whether a raise stands in the `else` of a loop, which runs when no attempt succeeded."""
    block = bindings.facts.blocks[step.block]
    return block.kind == "else" and block.owner == loop


def at_top_level(bindings: Bindings, block: int) -> bool:
    """Whether the handler is that of a command-line program's outermost function."""
    scope = bindings.facts.scopes[bindings.facts.blocks[block].scope]
    return scope.kind == "module" or scope.name in TOP_LEVEL


def status_of(site: Site) -> object:
    """What the process exits with: a constant, None where nothing is given, `computed` for all else."""
    return site.call.args[0].value if site.call.args and isinstance(site.call.args[0], Literal) else "computed" if site.call.args else None


def answers(bindings: Bindings, block: int) -> bool:
    """Whether the function around the handler gives its caller a value elsewhere, so that falling through gives None for an answer."""
    scope = bindings.facts.blocks[block].scope
    return any(
        bindings.facts.steps[i].kind in {"return", "yield"} and bindings.facts.steps[i].value is not None
        for i in bindings.steps_by_scope.get(scope, ())
    )
