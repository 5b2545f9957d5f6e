"""What the names of one file are bound to, and where: the index that resolution asks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from msgspec import Struct

from ailint.facts import (
    Attribute,
    Collection,
    Import,
    Item,
    Literal,
    Parameter,
    PythonFacts,
    Ref,
    Scope,
    Spread,
    Step,
    Unknown,
    Value,
)
from ailint.project.structure import LOOPS, Structure

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Set as AbstractSet

ADDING = frozenset({"append", "extend", "insert", "add", "update", "appendleft", "put", "put_nowait", "write", "setdefault"})
KEYED = frozenset({"get", "items", "keys", "values", "setdefault"})


class Binding(Struct, frozen=True, gc=False):
    """One assignment: `value` as written in `scope`, or None where only an annotation is known."""

    value: Value | None
    scope: int
    block: int
    step: int
    annotation: Value | None = None
    augments: bool = False


class Ways(Struct, frozen=True, gc=False):
    """Every way in which a scope binds a name."""

    scope: int
    assigned: Sequence[Binding]
    parameter: Parameter | None
    members: Sequence[int]
    imports: Sequence[Import]


class Bindings(Structure):
    """Names, attributes and items of one file, each with its assignments in source order."""

    def __init__(self, path: str, facts: PythonFacts) -> None:
        super().__init__(path, facts)
        self.names: dict[tuple[int, str], list[Binding]] = {}
        self.attributes: dict[tuple[int, str], list[Binding]] = {}
        self._set: list[tuple[str, Binding]] = []
        self._put: list[tuple[str, Value, Binding]] = []
        self.imports: dict[tuple[int, str], list[Import]] = {}
        self.stars: list[Import] = []
        self.members: dict[tuple[int, str], list[int]] = {}
        self.globals: dict[tuple[int, str], int] = {}
        self._ways: dict[tuple[int, str], Ways | None] = {}
        for index, scope in enumerate(facts.scopes[1:], 1):
            self.members.setdefault((scope.parent, scope.name), []).append(index)
        for imported in facts.imports:
            self.add_import(imported)
        for index, step in enumerate(facts.steps):
            self.add_step(index, step)

    def add_import(self, imported: Import) -> None:
        """Index an import by the name that it binds."""
        if imported.name == "*":
            self.stars.append(imported)
        else:
            bound = imported.alias if imported.name or imported.alias != imported.module else imported.module.partition(".")[0]
            self.imports.setdefault((imported.scope, bound), []).append(imported)

    def add_step(self, index: int, step: Step) -> None:
        """Index what a statement binds."""
        if step.target is None:
            return
        if step.kind == "global" and isinstance(step.target, Collection):
            for name in step.target.items:
                if isinstance(name, Ref):
                    self.globals[step.scope, name.name] = self.binding_scope(self.facts.scopes[step.scope].parent, name.name)
            return
        value = step.value
        if step.kind == "iterate" and value is not None:
            value = Item(value, Unknown("element"))
        self.bind(step.target, Binding(value, step.scope, step.block, index, step.annotation, step.kind == "augment"))

    def bind(self, target: Value, binding: Binding) -> None:
        """Index a binding by its target."""
        if isinstance(target, Ref):
            self.bind_name(target.name, binding)
        elif isinstance(target, Item) and isinstance(target.base, Ref):
            self._put.append((target.base.name, target.key, binding))
        elif isinstance(target, Collection):
            self.unpack(target, binding)

    def unpack(self, target: Collection, binding: Binding) -> None:
        """Index the parts of `a, *b = value`, each with its part of the value where that can be told."""
        for place, part in enumerate(target.items):
            if isinstance(part, Spread) or binding.value is None:
                value: Value | None = Unknown("rest of an unpacking")
            elif isinstance(binding.value, Collection) and len(binding.value.items) == len(target.items):
                value = binding.value.items[place]
            else:
                value = Item(binding.value, Literal(place))
            inner = part.value if isinstance(part, Spread) else part
            self.bind(inner, Binding(value, binding.scope, binding.block, binding.step))

    def bind_name(self, name: str, binding: Binding) -> None:
        """Index the binding of a name, or of an attribute of the object whose method this is."""
        head, _, rest = name.partition(".")
        if not rest:
            scope = self.globals.get((binding.scope, name), binding.scope)
            self.names.setdefault((scope, name), []).append(binding)
            return
        owner = self.method_owner(binding.scope, head)
        if owner is not None and "." not in rest:
            self.attributes.setdefault((owner, rest), []).append(binding)
        else:
            self._set.append((name, binding))

    def method_owner(self, scope: int, name: str) -> int | None:
        """The class whose instance (or self) `name` is: the first parameter of a method, also seen from functions inside it."""
        while scope > 0:
            here = self.facts.scopes[scope]
            if here.kind == "function" and here.parameters and here.parameters[0].name == name:
                return here.parent if self.facts.scopes[here.parent].kind == "class" and not self.is_static(here) else None
            if (scope, name) in self.parameters or (scope, name) in self.names:
                return None
            scope = here.parent
        return None

    def binding_scope(self, scope: int, name: str) -> int:
        """The scope that binds a name for what stands in another: that one itself or one around it, class bodies left out."""
        inner = scope
        while scope > 0:
            here = self.facts.scopes[scope]
            key = scope, name
            bound = key in self.names or key in self.imports or key in self.members or key in self.parameters
            if bound and (here.kind != "class" or scope == inner):
                return scope
            scope = here.parent
        return 0

    def ways(self, scope: int, name: str) -> Ways | None:
        """How the nearest scope that binds a name does it, from this one outwards as in `binding_scope`; None where the file does not bind it."""
        key = scope, name
        if key not in self._ways:
            self._ways[key] = self.find(scope, name)
        return self._ways[key]

    def find(self, inner: int, name: str) -> Ways | None:
        """The same, not yet kept."""
        scope = inner
        while scope >= 0:
            key = scope, name
            if key in self.places and (scope == inner or self.facts.scopes[scope].kind != "class"):
                return Ways(scope, self.names.get(key, ()), self.parameters.get(key), self.members.get(key, ()), self.imports.get(key, ()))
            scope = self.facts.scopes[scope].parent
        return None

    @cached_property
    def places(self) -> frozenset[tuple[int, str]]:
        """Every name with each scope that binds it."""
        return frozenset((*self.names, *self.parameters, *self.members, *self.imports))

    def holder(self, scope: int, name: str) -> tuple[int, str]:
        """One key for a name, whichever function uses it: the scope that binds it or, for `self.name`, the class and `.name`."""
        head, _, rest = name.partition(".")
        owner = self.method_owner(scope, head) if rest else None
        if owner is not None:
            return owner, f".{rest}"
        ways = self.ways(scope, head)
        return 0 if ways is None else ways.scope, name

    @cached_property
    def dotted(self) -> dict[tuple[int, str], list[Binding]]:
        """Holder → assignments to the attribute of a variable: `answer.text = …`."""
        found: dict[tuple[int, str], list[Binding]] = {}
        for name, binding in self._set:
            found.setdefault(self.holder(binding.scope, name), []).append(binding)
        return found

    @cached_property
    def set_attributes(self) -> frozenset[str]:
        """The attributes of variables that something is assigned to or below, `text` of `answer.text = …`."""
        return frozenset(name.split(".")[1] for name, _ in self._set)

    @cached_property
    def items(self) -> dict[tuple[int, str], list[tuple[Value, Binding]]]:
        """Holder → what is put into it: `d[key] = …`."""
        found: dict[tuple[int, str], list[tuple[Value, Binding]]] = {}
        for name, key, binding in self._put:
            found.setdefault(self.holder(binding.scope, name), []).append((key, binding))
        return found

    @staticmethod
    def is_static(scope: Scope) -> bool:
        """Whether a method takes no receiver."""
        return any(isinstance(decorator, Ref) and decorator.name == "staticmethod" for decorator in scope.decorators)

    def reaching(self, bindings: Sequence[Binding], block: int, at: int) -> Sequence[Binding]:
        """The assignments that a use at step `at` in `block` can see: the last certain one, and the possible ones after it."""
        if len(bindings) == 1 and self.facts.blocks[bindings[0].block].kind != "comprehension":
            return bindings
        around = self.around(block)
        usable = [b for b in bindings if self.facts.blocks[b.block].kind != "comprehension" or b.block in around]
        if not usable:
            return []
        before = [b for b in usable if b.step < at]
        last = max((b for b in before if b.block in around and not b.augments), key=lambda b: b.step, default=None)
        seen = [b for b in before if last is None or b.step >= last.step]
        if last is None or self.in_loop(block):
            seen += [b for b in usable if b.step >= at and self.comes_round(b.block, block, last)]
        return seen or usable

    def precedes(self, binding: Binding, block: int, at: int) -> bool:
        """Whether every way to step `at` in `block` passes the assignment first."""
        return not binding.augments and binding.step < at and binding.block in self.around(block)

    def comes_round(self, first: int, second: int, certain: Binding | None) -> bool:
        """Whether what is bound in the first block can be there in the second in a later turn of a loop around both, nothing certain between."""
        around = self.around(second)
        shared = next((index for index in self.ancestors(first) if index in around and self.facts.blocks[index].kind in LOOPS), None)
        return shared is not None and (certain is None or shared not in self.around(certain.block))

    @cached_property
    def imported(self) -> dict[str, list[Import]]:
        """Imports by the name that they bind, wherever in the file."""
        found: dict[str, list[Import]] = {}
        for (_, alias), imports in self.imports.items():
            found.setdefault(alias, []).extend(imports)
        return found

    @cached_property
    def additions(self) -> dict[tuple[int, str], list[tuple[int, str]]]:
        """Holder → calls of methods that put something into the variable or attribute, as index and method."""
        found: dict[tuple[int, str], list[tuple[int, str]]] = {}
        for holder, index, method in self.methods_called(ADDING):
            found.setdefault(holder, []).append((index, method))
        return found

    def methods_called(self, methods: AbstractSet[str]) -> Iterator[tuple[tuple[int, str], int, str]]:
        """The calls of some methods of variables and attributes: holder, index and method."""
        for index, call in enumerate(self.facts.calls):
            if call.name in methods and isinstance(call.func, Ref) and call.func.name != call.name:
                yield self.holder(call.scope, call.func.name.rpartition(".")[0]), index, call.name

    @cached_property
    def keyed(self) -> frozenset[tuple[int, str]]:
        """Holders that are asked for entries by name: `d["key"]`, `d.get("key")`, `d.items()`."""
        found = {holder for holder, _, _ in self.methods_called(KEYED)}
        found |= {holder for holder, put in self.items.items() if any(is_name(key) for key, _ in put)}
        for value, spot in self.values:
            if isinstance(value, Item) and isinstance(value.base, Ref) and is_name(value.key):
                found.add(self.holder(spot.scope, value.base.name))
        return frozenset(found)


def is_name(key: Value) -> bool:
    """Whether an item is asked for by a name rather than by its place."""
    return isinstance(key, Literal) and isinstance(key.value, str)


def tail(func: Value) -> str:
    """The last name of what a call calls: `create` of `client.chat.completions.create`."""
    if isinstance(func, Ref):
        return func.name.rpartition(".")[2]
    return func.name if isinstance(func, Attribute) else ""
