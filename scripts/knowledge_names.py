"""What a dotted name is in the sources.

Names are followed through re-exports, lazy imports, inheritance, properties, instance attributes and annotations, across all packages at hand.
Where several things may be meant (versions, branches, unions) all are given; `Opaque` is something that exists but says no more.
"""

from __future__ import annotations

import ast
import builtins
from typing import TYPE_CHECKING

from knowledge_code import (
    OPAQUE,
    Class,
    Def,
    Function,
    Instance,
    Module,
    Thing,
    absolute,
    classes,
    clear,
    decorators,
    last_name,
    lazy_targets,
    parse_annotation,
    split_origin,
)
from knowledge_modules import Modules

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from knowledge_sources import Tree

DEPTH = 24  # of following names: beyond it a chain is a circle
KIN = 80  # classes in a lineage, likewise
UNIONS = {"Optional", "Union"}
WRAPPERS = {"Annotated", "ClassVar", "Final", "Required", "NotRequired", "Awaitable", "SkipValidation", "Unpack"}
ROOTS = {"Generic", "Protocol", "NamedTuple", "TypedDict", "ABC", "object"}  # bases that add no members of their own


class World(Modules):
    """All trees together, asked by dotted name."""

    def __init__(self, trees: Iterable[Tree]) -> None:
        super().__init__(trees)
        self._found: dict[tuple[Module, str], list[Thing]] = {}
        self._depth = 0

    # names

    def find(self, origin: str, trees: Sequence[Tree] | None = None) -> list[Thing]:
        """What an origin is, with `()` for a result and `[]` for an element; empty if no tree has it. `trees` restricts where the way begins."""
        root, *parts = split_origin(origin)
        things: list[Thing] = [module for module in self.modules(root) if trees is None or module.tree in trees]
        for part in parts:
            # what one version leaves open stays open, whatever another says; a namespace package may be continued elsewhere
            steps = {thing: self.step(thing, part) for thing in things}
            shared = [found for thing, found in steps.items() if isinstance(thing, Module) and thing.shared]
            beyond: list[Thing] = [OPAQUE] if shared and not any(shared) else []
            things = list(dict.fromkeys([*(found for each in steps.values() for found in each), *beyond]))
        return things

    def step(self, thing: Thing, part: str) -> list[Thing]:
        """One part further: an attribute, a call, an element."""
        if self._depth > DEPTH:
            return [OPAQUE]
        self._depth += 1
        try:
            return self.result(thing) if part == "()" else self.attribute(thing, part)
        finally:
            self._depth -= 1

    def attribute(self, thing: Thing, name: str) -> list[Thing]:
        """An attribute; of elements, and of functions, where it is set at run time, nothing is known."""
        if isinstance(thing, Module):
            return self.bound(thing, name)
        owner = thing.of if isinstance(thing, Instance) else thing
        return self.member(owner, name) if isinstance(owner, Class) and name != "[]" else [OPAQUE]

    def result(self, thing: Thing) -> list[Thing]:
        """What a call of it gives."""
        match thing:
            case Class():
                return [Instance(thing)]
            case Function():
                return self.returned(thing)
            case Instance(of=owner):
                called = [found for found in self.member(owner, "__call__") if isinstance(found, Function)]
                return [result for function in called for result in self.returned(function)] or [OPAQUE]
        return [OPAQUE]

    def returned(self, function: Function) -> list[Thing]:
        """By its annotation, else by its `return` statements."""
        if function.node.returns is not None:
            return self.annotated(function.node.returns, function.module, function.owner) or [OPAQUE]
        values = [node.value for node in ast.walk(function.node) if isinstance(node, ast.Return) and node.value is not None]
        return clear(thing for value in values for thing in self.value(value, function.module, function.owner, function.node)) or [OPAQUE]

    # modules' names

    def bound(self, module: Module, name: str) -> list[Thing]:
        """What a name is in a module: bound there, lazily imported, or a module below it."""
        key = (module, name)
        if key not in self._found:
            self._found[key] = []  # a circle of imports finds nothing the second time
            below = self.module(f"{module.name}.{name}", module.tree) if module.package else None
            self._found[key] = clear([*self.bindings(module, name), *([below] if below else [])]) or self.lazily(module, name)
        return self._found[key]

    def bindings(self, module: Module, name: str) -> list[Thing]:
        """What the statements of a module bind to a name, star imports included."""
        found = [thing for statement in module.bindings.get(name, ()) for thing in self.binding(statement, name, module)]
        if name.startswith("__"):
            return found
        for statement in module.stars:
            sources = self.modules(absolute(statement, module), module.tree)
            found += [thing for source in sources if source is not module for thing in self.bound(source, name)]
        return found

    def binding(self, statement: ast.stmt, name: str, module: Module, owner: Class | None = None) -> list[Thing]:
        """What one statement binds to a name."""
        match statement:
            case ast.FunctionDef() | ast.AsyncFunctionDef():
                return [Function(module, statement, owner)]
            case ast.ClassDef():
                return [Class(module, statement)]
            case ast.Import() | ast.ImportFrom():
                return self.imported(statement, name, module)
            case ast.Assign(targets=targets, value=value):
                simple = any(isinstance(target, ast.Name) and target.id == name for target in targets)
                return self.value(value, module, owner) if simple else [OPAQUE]
            case ast.AnnAssign(annotation=annotation, value=given):
                typed = self.annotated(annotation, module, owner)
                return typed + (self.value(given, module, owner) if given is not None else []) or [OPAQUE]
        return [OPAQUE]

    def imported(self, statement: ast.Import | ast.ImportFrom, name: str, module: Module) -> list[Thing]:
        """What an import binds to a name."""
        found: list[Thing] = []
        for alias in statement.names:
            if isinstance(statement, ast.ImportFrom) and name == (alias.asname or alias.name):
                found += self.taken(absolute(statement, module), alias.name, module)
            elif isinstance(statement, ast.Import) and name == (alias.asname or alias.name.partition(".")[0]):
                found += self.modules(alias.name if alias.asname else name, module.tree)
        return clear(found) or [OPAQUE]

    def taken(self, source: str, name: str, module: Module) -> list[Thing]:
        """A name out of a module, or a module below it."""
        parents = [parent for parent in self.modules(source, module.tree) if parent is not module or name in parent.bindings]
        found = [thing for parent in parents if self._depth <= DEPTH for thing in self.bound(parent, name)]
        return [*found, *self.modules(f"{source}.{name}", module.tree)]

    def lazily(self, module: Module, name: str) -> list[Thing]:
        """Names that a module gives on demand: maps of names to modules, imports inside `__getattr__`."""
        mapped = [thing for target in lazy_targets(module, name) for thing in self.lazy_target(module, target, name)]
        for statement in module.bindings.get("__getattr__", ()):
            for inner in ast.walk(statement):
                if isinstance(inner, ast.ImportFrom) and any(name == (alias.asname or alias.name) for alias in inner.names):
                    mapped += self.imported(inner, name, module)
        spelt = name in module.set_inside or (name in module.texts and (module.lazy or bool(module.stars)))
        # a star import of something that is not at hand may bring any name
        unseen = any(not self.modules(absolute(statement, module), module.tree) for statement in module.stars)
        return clear(mapped) or ([OPAQUE] if spelt or unseen else [])

    def lazy_target(self, module: Module, target: str, name: str) -> list[Thing]:
        """`target` as a lazy map spells it: `.chat`, `chat`, `package.chat`, `package.chat:Name`, `package.chat.Name`."""
        path, _, attribute = target.partition(":")
        base = module.name if module.package else module.name.rpartition(".")[0]
        for place in [f"{base}.{path.lstrip('.')}"] if path.startswith(".") else [f"{base}.{path}", path]:
            parent, _, last = place.rpartition(".")
            for source in (*self.modules(place, module.tree), *(self.modules(parent, module.tree) if last == name else ())):
                found = self.bound(source, attribute or name) if source is not module else []
                if found:
                    return found
        return []

    # classes

    def lineage(self, owner: Class) -> list[Class]:
        """A class and what it inherits from, nearest first."""
        found: list[Class] = []
        waiting = [owner]
        while waiting and len(found) < KIN:
            current = waiting.pop(0)
            if current not in found:
                found.append(current)
                waiting += [thing for base in current.node.bases for thing in self.value(base, current.module, None) if isinstance(thing, Class)]
        return found

    def is_open(self, owner: Class) -> bool:
        """Whether it may have members that the sources at hand do not show."""
        return any(
            "__getattr__" in kin.bindings or "__getattribute__" in kin.bindings or any(self.unseen(base, kin) for base in kin.node.bases)
            for kin in self.lineage(owner)
        )

    def unseen(self, base: ast.expr, owner: Class) -> bool:
        """Whether a base class is not at hand."""
        known = last_name(base) in ROOTS or hasattr(builtins, last_name(base))
        return not known and not any(isinstance(thing, Class) for thing in self.value(base, owner.module, None))

    def member(self, owner: Class, name: str) -> list[Thing]:
        """An attribute of a class or its objects."""
        lineage = self.lineage(owner)
        for kin in lineage:
            found = self.own_member(kin, name, owner)
            if found:
                return clear(found)
        built_in = any(hasattr(getattr(builtins, last_name(base), None), name) for kin in lineage for base in kin.node.bases)
        return [OPAQUE] if built_in or self.is_open(owner) else []

    def own_member(self, owner: Class, name: str, of: Class) -> list[Thing]:
        """An attribute that a class itself defines, seen from the class `of` that inherits it."""
        found: list[Thing] = []
        for statement in owner.bindings.get(name, ()):
            if isinstance(statement, Def) and any("property" in decorator for decorator in decorators(statement)):
                found += self.returned(Function(owner.module, statement, of))
            else:
                found += self.binding(statement, name, owner.module, owner)
        for method, expression, is_annotation in owner.assigned.get(name, ()):
            found += self.annotated(expression, owner.module, of) if is_annotation else self.value(expression, owner.module, of, method)
            found.append(OPAQUE)
        return found

    # expressions

    def value(self, node: ast.expr, module: Module, owner: Class | None, inside: Def | None = None) -> list[Thing]:
        """What an expression may be, in a module, in the body of a class, inside a function."""
        if self._depth > DEPTH:
            return [OPAQUE]
        self._depth += 1
        try:
            return self.evaluate(node, module, owner, inside)
        finally:
            self._depth -= 1

    def evaluate(self, node: ast.expr, module: Module, owner: Class | None, inside: Def | None) -> list[Thing]:
        """The same, one level deep."""
        found: Iterable[Thing] = ()
        match node:
            case ast.Name(id=name):
                found = self.local(name, module, owner, inside)
            case ast.Attribute(value=inner, attr=name):
                found = (thing for holder in self.value(inner, module, owner, inside) for thing in self.step(holder, name))
            case ast.Call(func=function, args=arguments):
                found = self.called(function, arguments, module, owner, inside)
            case ast.Subscript(value=outer) if last_name(outer) not in UNIONS:
                found = self.value(outer, module, owner, inside)
            case ast.Subscript() | ast.BinOp(op=ast.BitOr()):
                found = classes(self.annotated(node, module, owner))
            case ast.Await(value=inner):
                found = self.value(inner, module, owner, inside)
            case ast.IfExp(body=yes, orelse=no):
                found = [*self.value(yes, module, owner, inside), *self.value(no, module, owner, inside)]
            case ast.BoolOp(values=values):
                found = (thing for value in values for thing in self.value(value, module, owner, inside))
        return clear(found) or [OPAQUE]

    def called(self, function: ast.expr, arguments: list[ast.expr], module: Module, owner: Class | None, inside: Def | None) -> list[Thing]:
        """The result of a call; a wrapper of a function or class (a deprecation, a partial) is taken for what it wraps."""
        results = clear(result for thing in self.value(function, module, owner, inside) for result in self.step(thing, "()"))
        if any(result is not OPAQUE for result in results) or not arguments:
            return results
        return [*(thing for thing in self.value(arguments[0], module, owner, inside) if isinstance(thing, Function | Class)), OPAQUE]

    def local(self, name: str, module: Module, owner: Class | None, inside: Def | None) -> list[Thing]:
        """A name where it stands: a parameter or variable of the function, a class inside the class, else one of the module."""
        if inside is not None:
            found = self.in_function(name, module, owner, inside)
        else:
            nested = owner.bindings.get(name, ()) if owner else ()
            found = [
                thing for statement in nested if isinstance(statement, ast.ClassDef | Def) for thing in self.binding(statement, name, module, owner)
            ]
        return found or self.bound(module, name)

    def in_function(self, name: str, module: Module, owner: Class | None, inside: Def) -> list[Thing]:
        """A parameter or variable of a function; empty if it has none of that name."""
        if owner is not None and name in ("self", "cls"):
            return [Instance(owner) if name == "self" else owner]
        for parameter in (*inside.args.posonlyargs, *inside.args.args, *inside.args.kwonlyargs):
            if parameter.arg == name:
                return self.annotated(parameter.annotation, module, owner) if parameter.annotation else [OPAQUE]
        for node in ast.walk(inside):
            if isinstance(node, ast.Assign) and any(isinstance(target, ast.Name) and target.id == name for target in node.targets):
                return self.value(node.value, module, owner, inside)
        return []

    def annotated(self, node: ast.expr, module: Module, owner: Class | None) -> list[Thing]:
        """Objects of the annotated types; empty for none at all."""
        match node:
            case ast.Constant(value=str(text)):
                parsed = parse_annotation(text)
                return self.annotated(parsed, module, owner) if parsed else [OPAQUE]
            case ast.Constant(value=None):
                return []
            case ast.BinOp(op=ast.BitOr(), left=left, right=right):
                return clear([*self.annotated(left, module, owner), *self.annotated(right, module, owner)])
            case ast.Subscript(value=outer, slice=inner):
                return self.subscripted(outer, inner.elts if isinstance(inner, ast.Tuple) else [inner], module, owner)
        if last_name(node) == "Self":
            return [Instance(owner)] if owner else [OPAQUE]
        found = self.value(node, module, owner)
        return clear(Instance(thing) if isinstance(thing, Class) else thing for thing in found if not isinstance(thing, Module)) or [OPAQUE]

    def subscripted(self, outer: ast.expr, parts: list[ast.expr], module: Module, owner: Class | None) -> list[Thing]:
        """`Optional[Client]`, `type[Client]`, `Annotated[Client, …]`, `Stream[Event]`."""
        name = last_name(outer)
        if name in UNIONS:
            return clear(thing for part in parts for thing in self.annotated(part, module, owner))
        if name in WRAPPERS or name == "Coroutine":
            return self.annotated(parts[-1] if name == "Coroutine" else parts[0], module, owner)
        if name in {"type", "Type"}:
            return clear(classes(self.annotated(parts[0], module, owner)))
        found = [thing for thing in self.value(outer, module, owner) if isinstance(thing, Class)]
        return [Instance(thing) for thing in found if thing.module.tree.release.package != "python"] or [OPAQUE]
