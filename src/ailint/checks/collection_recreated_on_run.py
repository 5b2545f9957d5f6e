"""Collections that are deleted and made anew whenever the code runs."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ailint.facts import Literal, Place, Ref, Value, Verdict, satisfied, violated
from ailint.project import Project
from ailint.project.arguments import Given
from ailint.project.bindings import tail
from ailint.project.prompts import nested, values
from ailint.project.sites import Site
from ailint.project.things import Spot

MAKING = ("vector.admin", "vector.write", "vector.client")
ON_PURPOSE = re.compile(r"reset|recreate|rebuild|force|clear|clean|wipe|purge|delete|remove|drop|overwrite|truncate|flush|teardown|uninstall")
RECREATES = re.compile(r"^recreate_")
DROP = re.compile(r"drop\s+table\s+(?:if\s+exists\s+)?[\"`]?(\w+)", re.IGNORECASE)
VECTOR_TABLE = re.compile(r"create\s+table\s+(?:if\s+not\s+exists\s+)?[\"`]?(\w+)[^;]*?\bvector\s*\(", re.IGNORECASE | re.DOTALL)
OVERWRITING = (True, "overwrite")


def collection_recreated_on_run(project: Project) -> Iterator[Verdict]:
    """A collection is made only where it is missing; what deletes one stands behind an explicit choice."""
    for site in project.calls("vector.destroy"):
        if RECREATES.match(tail(site.call.func)) or made_after(project, site):
            yield judged(project, site, "This collection is deleted and made again each time the code runs")
    for site in project.calls(*MAKING):
        overwrite = project.argument(site, "overwrite")
        if overwrite.given is Given.CALL and any(constant in OVERWRITING for constant in overwrite.constants if constant not in {1, 0} or constant is True):
            yield judged(project, site, "This call deletes the collection that is there before it writes")
    yield from dropped_tables(project)


def judged(project: Project, site: Site, message: str) -> Verdict:
    if chosen(project, site):
        return satisfied(site.place, "deleted on purpose: behind a choice that somebody makes")
    return violated(site.place, message)


def made_after(project: Project, site: Site) -> bool:
    """Whether the same function, or the module, makes a collection after deleting one."""
    makers = (other for other in project.calls(*MAKING) if other.path == site.path and other.call.scope == site.call.scope)
    return any(other.call.span.line > site.call.span.line for other in makers)


def chosen(project: Project, site: Site) -> bool:
    """Whether deletion is asked for: by a flag, or by the name of the function that does it."""
    if ON_PURPOSE.search(site.scope.name.lower()):
        return True
    bindings = project.resolver.bindings(site.path)
    for block in bindings.enclosing(site.call.block, frozenset({"if", "else", "case"})):
        if block.value is not None and any(ON_PURPOSE.search(word) for word in words(block.value, site.spot)):
            return True
    return False


def words(value: Value, spot: Spot) -> Iterator[str]:
    for part, _ in nested(value, spot):
        if isinstance(part, Ref):
            yield part.name.lower()
        elif isinstance(part, Literal):
            yield str(part.value).lower()
        elif hasattr(part, "name"):
            yield str(part.name).lower()


def dropped_tables(project: Project) -> Iterator[Verdict]:
    """`DROP TABLE` of a table that this project makes with a vector column."""
    texts = [(path, value, spot) for path, facts in project.python.items() for value, spot in values(path, facts) if is_text(value)]
    tables = {name.lower() for _, value, _ in texts for name in VECTOR_TABLE.findall(str(value.value))}  # type: ignore[union-attr]
    for path, value, spot in texts:
        if not isinstance(value, Literal) or value.span is None:
            continue
        dropped = {name.lower() for name in DROP.findall(str(value.value))}
        scope = project.python[path].scopes[spot.scope]
        if dropped & tables and not ON_PURPOSE.search(scope.name.lower()):
            yield violated(Place(path, value.span, scope.symbol), f"The table `{min(dropped & tables)}` and its vectors are dropped each time the code runs")


def is_text(value: Value) -> bool:
    return isinstance(value, Literal) and isinstance(value.value, str) and "table" in value.value.lower()
