"""What the names of one file are bound to, and where: the index that resolution asks."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from ailint.facts import (
    Attribute,
    Block,
    Call,
    Collection,
    Import,
    Item,
    Literal,
    Mapping,
    Parameter,
    PythonFacts,
    Ref,
    Scope,
    Spread,
    Step,
    Unknown,
    Value,
)
from ailint.project.nesting import nested
from ailint.project.things import Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

END = 1 << 30
LOOPS = frozenset({"for", "while"})
KEYED = frozenset({"get", "items", "keys", "values", "setdefault"})
TESTING = frozenset({"if", "while", "else", "case"})


@dataclass(frozen=True, slots=True)
class Binding:
    """One assignment: `value` as written in `scope`, or None where only an annotation is known."""

    value: Value | None
    scope: int
    block: int
    step: int
    annotation: Value | None = None
    augments: bool = False


class Bindings:
    """Names, attributes and items of one file, each with its assignments in source order."""

    def __init__(self, path: str, facts: PythonFacts) -> None:
        self.path = path
        self.facts = facts
        self.names: dict[tuple[int, str], list[Binding]] = {}
        self.attributes: dict[tuple[int, str], list[Binding]] = {}
        self._set: list[tuple[str, Binding]] = []
        self._put: list[tuple[str, Value, Binding]] = []
        self.imports: dict[tuple[int, str], list[Import]] = {}
        self.stars: list[Import] = []
        self.members: dict[tuple[int, str], list[int]] = {}
        self.globals: dict[tuple[int, str], int] = {}
        self._around: dict[int, frozenset[int]] = {}
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

    def holder(self, scope: int, name: str) -> tuple[int, str]:
        """One key for a name, whichever function uses it: the scope that binds it or, for `self.name`, the class and `.name`."""
        head, _, rest = name.partition(".")
        owner = self.method_owner(scope, head) if rest else None
        return (self.binding_scope(scope, head), name) if owner is None else (owner, f".{rest}")

    @cached_property
    def dotted(self) -> dict[tuple[int, str], list[Binding]]:
        """Holder → assignments to the attribute of a variable: `answer.text = …`."""
        found: dict[tuple[int, str], list[Binding]] = {}
        for name, binding in self._set:
            found.setdefault(self.holder(binding.scope, name), []).append(binding)
        return found

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

    # structure

    def ancestors(self, block: int) -> Iterator[int]:
        """The block and the blocks around it, up to the module's."""
        while block >= 0:
            yield block
            block = self.facts.blocks[block].parent

    def around(self, block: int) -> frozenset[int]:
        """The block and the blocks around it, as a set."""
        found = self._around.get(block)
        if found is None:
            found = self._around[block] = frozenset(self.ancestors(block))
        return found

    def enclosing(self, block: int, kinds: frozenset[str]) -> Iterator[Block]:
        """Blocks of these kinds around a place, within its own function."""
        scope = self.facts.blocks[block].scope
        for index in self.ancestors(block):
            here = self.facts.blocks[index]
            if here.scope != scope:
                return
            if here.kind in kinds:
                yield here

    def reaching(self, bindings: list[Binding], block: int, at: int) -> list[Binding]:
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

    def in_loop(self, block: int) -> bool:
        """Whether a loop stands around the block, in the same function."""
        return next(self.enclosing(block, LOOPS), None) is not None

    def comes_round(self, first: int, second: int, certain: Binding | None) -> bool:
        """Whether what is bound in the first block can be there in the second in a later turn of a loop around both, nothing certain between."""
        around = self.around(second)
        shared = next((index for index in self.ancestors(first) if index in around and self.facts.blocks[index].kind in LOOPS), None)
        return shared is not None and (certain is None or shared not in self.around(certain.block))

    @cached_property
    def calls_by_block(self) -> dict[int, list[int]]:
        """Calls directly in each block, by index."""
        found: dict[int, list[int]] = {}
        for index, call in enumerate(self.facts.calls):
            found.setdefault(call.block, []).append(index)
        return found

    @cached_property
    def imported(self) -> dict[str, list[Import]]:
        """Imports by the name that they bind, wherever in the file."""
        found: dict[str, list[Import]] = {}
        for (_, alias), imports in self.imports.items():
            found.setdefault(alias, []).extend(imports)
        return found

    @cached_property
    def calls_by_scope(self) -> dict[int, list[int]]:
        """Calls of each scope's own statements, by index."""
        found: dict[int, list[int]] = {}
        for index, call in enumerate(self.facts.calls):
            found.setdefault(call.scope, []).append(index)
        return found

    @cached_property
    def methods(self) -> dict[int, list[int]]:
        """Class → its methods, as scopes."""
        found: dict[int, list[int]] = {}
        for index, scope in enumerate(self.facts.scopes):
            if scope.kind == "function" and scope.parent >= 0 and self.facts.scopes[scope.parent].kind == "class":
                found.setdefault(scope.parent, []).append(index)
        return found

    @cached_property
    def method_calls(self) -> dict[tuple[int, str], list[tuple[int, str]]]:
        """Holder → calls of methods of the variable or attribute, as index and method."""
        found: dict[tuple[int, str], list[tuple[int, str]]] = {}
        for index, call in enumerate(self.facts.calls):
            if isinstance(call.func, Ref):
                owner, _, method = call.func.name.rpartition(".")
                if owner:
                    found.setdefault(self.holder(call.scope, owner), []).append((index, method))
        return found

    @cached_property
    def keyed(self) -> frozenset[tuple[int, str]]:
        """Holders that are asked for entries by name: `d["key"]`, `d.get("key")`, `d.items()`."""
        found = {holder for holder, calls in self.method_calls.items() if any(method in KEYED for _, method in calls)}
        found |= {holder for holder, put in self.items.items() if any(is_name(key) for key, _ in put)}
        for value, spot in self.values:
            if isinstance(value, Item) and isinstance(value.base, Ref) and is_name(value.key):
                found.add(self.holder(spot.scope, value.base.name))
        return frozenset(found)

    @cached_property
    def values(self) -> list[tuple[Value, Spot]]:
        """Every value of the file with all values inside it, and the spot it stands at."""
        found = []
        for index, step in enumerate(self.facts.steps):
            if step.value is not None:
                found += nested(step.value, Spot(self.path, step.scope, step.block, index))
        for call in self.facts.calls:
            spot = Spot(self.path, call.scope, call.block, call.step)
            for value in (*call.args, *call.spreads, *(value for _, value in call.keywords)):
                found += nested(value, spot)
        return found

    @cached_property
    def mappings(self) -> list[tuple[Mapping, Spot]]:
        """Every dictionary display of the file."""
        return [(value, spot) for value, spot in self.values if isinstance(value, Mapping)]

    @cached_property
    def texts(self) -> list[tuple[Literal, str, Spot]]:
        """Every constant text of the file, as the record and the text itself."""
        return [(value, value.value, spot) for value, spot in self.values if isinstance(value, Literal) and isinstance(value.value, str)]

    @cached_property
    def compared(self) -> frozenset[str]:
        """Every name that some condition compares with something."""
        tests = [block.value for block in self.facts.blocks if block.kind in TESTING and block.value is not None]
        tests += [step.value for step in self.facts.steps if step.kind in {"assert", "filter"} and step.value is not None]
        parts = (part for test in tests for part, _ in nested(test, Spot(self.path, 0, 0, 0)))
        return frozenset(part.name for part in parts if isinstance(part, Ref))

    @cached_property
    def last_steps(self) -> dict[int, int]:
        """Block → its last direct step, by index."""
        return {step.block: index for index, step in enumerate(self.facts.steps)}

    @cached_property
    def first_steps(self) -> dict[int, int]:
        """Block → its first direct step, by index."""
        return {step.block: index for index, step in reversed(list(enumerate(self.facts.steps)))}

    @cached_property
    def parameters(self) -> dict[tuple[int, str], Parameter]:
        """Parameters by scope and name."""
        return {(index, parameter.name): parameter for index, scope in enumerate(self.facts.scopes) for parameter in scope.parameters}

    @cached_property
    def children(self) -> dict[int, list[int]]:
        """Blocks directly inside each block."""
        found: dict[int, list[int]] = {}
        for index, block in enumerate(self.facts.blocks):
            found.setdefault(block.parent, []).append(index)
        return found

    @cached_property
    def steps_by_scope(self) -> dict[int, list[int]]:
        """Steps of each scope, by index, in order."""
        found: dict[int, list[int]] = {}
        for index, step in enumerate(self.facts.steps):
            found.setdefault(step.scope, []).append(index)
        return found

    @cached_property
    def steps_by_block(self) -> dict[int, list[int]]:
        """Steps directly in each block, by index, in order."""
        found: dict[int, list[int]] = {}
        for index, step in enumerate(self.facts.steps):
            found.setdefault(step.block, []).append(index)
        return found

    def written(self, scope: int, *kinds: str) -> Iterator[tuple[Value, Spot]]:
        """The values of a scope's own statements, of all kinds where none is named."""
        for index in self.steps_by_scope.get(scope, ()):
            step = self.facts.steps[index]
            if step.value is not None and (not kinds or step.kind in kinds):
                yield step.value, Spot(self.path, scope, step.block, index)

    def conditions(self, scope: int) -> Iterator[tuple[Value, Spot]]:
        """The conditions of a scope's own `if` and `while` statements."""
        for index, block in enumerate(self.facts.blocks):
            if block.scope == scope and block.kind in {"if", "while"} and block.value is not None:
                yield block.value, Spot(self.path, scope, block.parent, self.last_steps.get(index, END))

    def inside(self, block: int) -> Iterator[int]:
        """The block and all blocks nested in it, functions defined there included."""
        yield block
        for child in self.children.get(block, ()):
            yield from self.inside(child)

    def calls_within(self, block: int) -> Iterator[tuple[int, Call]]:
        """Calls anywhere inside a block, with their indexes."""
        for index in self.inside(block):
            for call in self.calls_by_block.get(index, ()):
                yield call, self.facts.calls[call]


def is_name(key: Value) -> bool:
    """Whether an item is asked for by a name rather than by its place."""
    return isinstance(key, Literal) and isinstance(key.value, str)


def tail(func: Value) -> str:
    """The last name of what a call calls: `create` of `client.chat.completions.create`."""
    if isinstance(func, Ref):
        return func.name.rpartition(".")[2]
    return func.name if isinstance(func, Attribute) else ""
