"""Vector columns, their indexes, and queries by distance, as code declares them through an ORM or a migration tool."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import CallResult, Collection, Column, Index, Literal, Mapping, Place, Ref, Search, Value
from ailint.knowledge.distances import FUNCTIONS, METHODS, METHODS_OF_INDEXES
from ailint.project.bindings import tail
from ailint.project.nesting import all_in
from ailint.project.things import CallRef, Class

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Call
    from ailint.project.project import Project
    from ailint.project.sites import Site

TABLE_NAMES = ("__tablename__", "db_table", "table_name")
METHOD_KEYWORD = "postgresql_using"
CLASSES_KEYWORD = "postgresql_ops"
TABLES = frozenset({"create_table", "add_column", "Table"})
COLUMNS = frozenset({"Column"})
ORDERING = frozenset({"order_by", "annotate", "alias"})
LIMITING = frozenset({"limit", "fetch", "slice"})


def orm_columns(project: Project) -> Iterator[tuple[Place, Column]]:
    """Columns whose type is one of vectors: attributes of a class, or arguments of a migration's call."""
    for site in project.calls("vector.admin"):
        kind = project.argument(site, "type").default
        if isinstance(kind, str):
            sizes = project.argument(site, "dimensions").numbers
            table, name = _attribute(project, site) or _argument(site) or ("", "")
            if name:
                yield site.place, Column(table, name, kind, int(sizes[0]) if len(sizes) == 1 else None, site.call.span)


def _attribute(project: Project, site: Site) -> tuple[str, str] | None:
    """Table and name of a column that is an attribute of a class."""
    step = site.facts.steps[site.call.step]
    if site.scope.kind != "class" or not isinstance(step.target, Ref) or not _is_type_of(site, step.value):
        return None
    return table_of(project, Class(site.path, site.call.scope)), step.target.name


def _is_type_of(site: Site, value: Value | None) -> bool:
    """Whether an attribute is the type itself, or what a call makes that is handed it: `mapped_column(Vector(3))`."""
    if not isinstance(value, CallResult):
        return False
    maker = site.facts.calls[value.call]
    given = (*maker.args, *(one for _, one in maker.keywords))
    return site.ref.index in {value.call, *(one.call for one in given if isinstance(one, CallResult))}


def table_of(project: Project, cls: Class) -> str:
    """The table of a mapped class, in lower case; its own name where it gives none."""
    bindings = project.resolver.bindings(cls.path)
    scopes = [cls.scope, *bindings.members.get((cls.scope, "Meta"), ())]
    given = (binding.value for scope in scopes for name in TABLE_NAMES for binding in bindings.names.get((scope, name), ()))
    named = next((str(value.value) for value in given if isinstance(value, Literal)), project.resolver.scope(cls).name)
    return named.rpartition(".")[2].lower()


def _argument(site: Site) -> tuple[str, str] | None:
    """Table and name of a column that a call makes: `create_table("items", Column("embedding", Vector(3)))`."""
    column = _holder(site, site.ref.index, COLUMNS)
    if column is None:
        return None
    maker = _holder(site, column, TABLES)
    name = _first_text(site.facts.calls[column])
    return (_first_text(site.facts.calls[maker]).lower() if maker is not None else "", name)


def _holder(site: Site, call: int, names: frozenset[str]) -> int | None:
    """The call of one of these names that is handed another's result."""
    for index, other in enumerate(site.facts.calls):
        if other.name in names and other.step == site.call.step and other.scope == site.call.scope:
            given = (*other.args, *(value for _, value in other.keywords))
            if any(isinstance(part, CallResult) and part.call == call for value in given for part in all_in(value)):
                return index
    return None


def _first_text(call: Call) -> str:
    texts = (value.value for value in call.args if isinstance(value, Literal) and isinstance(value.value, str))
    return next(texts, "")


def orm_indexes(project: Project) -> Iterator[tuple[Place, Index]]:
    """Indexes of a method that is for vectors: `Index(…, postgresql_using="hnsw")`, an index class of its own."""
    for path in project.vocabulary.files_with({METHOD_KEYWORD}):
        for index, call in enumerate(project.python[path].calls):
            using = next((value for name, value in call.keywords if name == METHOD_KEYWORD), None)
            methods = _texts(project, using, CallRef(path, index)) if using is not None else []
            for method in methods[:1]:
                if method in METHODS_OF_INDEXES:
                    yield from _declared(project, CallRef(path, index), method)
    for site in project.calls("vector.admin"):
        using_class = project.argument(site, "method").default
        if isinstance(using_class, str):
            classes = [str(text) for text in project.argument(site, "operator_classes").constants] or _listed(site.call, "opclasses")
            for place, name in enumerate(_listed(site.call, "fields")):
                yield site.place, Index("", name, using_class, classes[place] if place < len(classes) else "", "", site.call.span)


def _declared(project: Project, ref: CallRef, method: str) -> Iterator[tuple[Place, Index]]:
    """The columns of an index; the table is not told, since a model's attribute or a migration's text may name it."""
    call = project.resolver.call(ref)
    classes = next((value for name, value in call.keywords if name == CLASSES_KEYWORD), None)
    known = {str(key.value): value for key, value in classes.entries if isinstance(key, Literal)} if isinstance(classes, Mapping) else {}
    parts = [part for value in call.args for part in all_in(value)]
    mentioned = {tail(part) if isinstance(part, Ref) else str(part.value) for part in parts if isinstance(part, Ref | Literal)}
    for name in {*known, *mentioned}:
        given = known.get(name)
        yield project.flow.call_place(ref), Index("", name.lower(), method, str(given.value) if isinstance(given, Literal) else "", "", call.span)


def _texts(project: Project, value: Value, ref: CallRef) -> list[str]:
    text = project.texts.flat(value, project.resolver.spot(ref))
    return [text] if text else []


def _listed(call: Call, keyword: str) -> list[str]:
    """The texts of a list given under a keyword."""
    given = next((value for name, value in call.keywords if name == keyword), None)
    return [str(item.value) for item in given.items if isinstance(item, Literal)] if isinstance(given, Collection) else []


def orm_searches(project: Project) -> Iterator[tuple[Place, Search]]:
    """Queries ordered by a column's distance: `order_by(Item.embedding.cosine_distance(q)).limit(5)`."""
    for name, operator in (METHODS | FUNCTIONS).items():
        for ref in project.resolver.calls_by_tail.get(name, ()):
            found = _searched(project, ref, name, operator)
            if found is not None:
                yield project.flow.call_place(ref), found


def _searched(project: Project, ref: CallRef, name: str, operator: str) -> Search | None:
    call = project.resolver.call(ref)
    if name in FUNCTIONS:
        column = _first_text(call)
        tables: tuple[str, ...] = ()
    elif isinstance(call.func, Ref) and call.func.name.count(".") > 1:
        owner, column = call.func.name.rpartition(".")[0].rsplit(".", 1)
        classes = [thing for thing in project.things(Ref(owner), project.resolver.spot(ref)) if isinstance(thing, Class)]
        tables = tuple(table_of(project, cls) for cls in classes)
    else:
        return None
    statement = {other.name for other in project.python[ref.path].calls if other.scope == call.scope}
    if not column or not statement & ORDERING:
        return None
    return Search(tables, column.lower(), operator, "raw", "", descending=False, limited=True, filters=("*",), span=call.span)
