"""Who calls a function, and what each call hands over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import Ref, Spread, Unknown
from ailint.project.bindings import tail
from ailint.project.things import Class, Function

if TYPE_CHECKING:
    from ailint.facts import Parameter, Scope, Value
    from ailint.project.resolve import Resolver
    from ailint.project.things import CallRef, Thing

MOST = 60
RECEIVERS = frozenset({"self", "cls"})


class Callers:
    """Asked by the resolver, each function once."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver
        self._callers: dict[tuple[str, int], tuple[CallRef, ...] | None] = {}
        self._searched: set[tuple[str, int]] = set()
        self._heirs: dict[str, list[Class]] | None = None

    def of(self, path: str, index: int) -> tuple[CallRef, ...] | None:
        """Calls of one function that the project shows; None where they are too many to look at."""
        key = path, index
        if key in self._searched:
            self.resolver.cuts += 1
            return ()
        if key not in self._callers:
            self._searched.add(key)
            self._callers[key] = self.find(Function(path, index))
            self._searched.remove(key)
        return self._callers[key]

    def find(self, function: Function) -> tuple[CallRef, ...] | None:
        """The same, not yet kept; an `__init__` is called by the name of its class, or by that of one that takes it over."""
        scope = self.resolver.scope(function)
        if scope.name == "__init__" and scope.parent > 0:
            cls = Class(function.path, scope.parent)
            targets: list[Function | Class] = [function, *self.made_by(cls)]
            heirs = {heir.path for heir in self.heirs.get(self.resolver.scope(cls).name, ())}
            candidates = [ref for ref in self.resolver.calls_by_tail.get("__init__", ()) if ref.path in heirs]
        else:
            targets, candidates = [function], []
        for name in dict.fromkeys(self.resolver.scope(target).name for target in targets):
            candidates += self.resolver.calls_by_tail.get(name, []) if name != "__init__" else []
        if len(candidates) > MOST:
            return None
        return tuple(ref for ref in candidates if any(same(thing, target) for thing in self.resolver.callee(ref) for target in targets))

    def made_by(self, cls: Class) -> list[Class]:
        """A class, and the subclasses that have no `__init__` of their own."""
        found = [cls]
        for one in found:
            for heir in self.heirs.get(self.resolver.scope(one).name, ()):
                own = self.resolver.bindings(heir.path).members.get((heir.scope, "__init__"))
                if not own and heir not in found and one in self.resolver.lineage(heir):
                    found.append(heir)
        return found

    @property
    def heirs(self) -> dict[str, list[Class]]:
        """Last name of a base class → classes that name it."""
        if self._heirs is None:
            self._heirs = {}
            for path, facts in self.resolver.files.items():
                for index, scope in enumerate(facts.scopes):
                    for base in scope.bases:
                        self._heirs.setdefault(tail(base), []).append(Class(path, index))
        return self._heirs

    def handed(self, ref: CallRef, scope: Scope, parameter: Parameter) -> Value | None:
        """The value a call hands over for a parameter; None where it leaves the parameter out."""
        call = self.resolver.call(ref)
        for keyword, value in call.keywords:
            if keyword == parameter.name:
                return value
        positional = [p for p in scope.parameters if p.kind == "positional"]
        if scope.parent > 0 and takes_receiver(scope) and not self.is_unbound(ref):
            positional = positional[1:]
        if parameter in positional:
            place = positional.index(parameter)
            if place < len(call.args) and not any(isinstance(argument, Spread) for argument in call.args[: place + 1]):
                return call.args[place]
        if call.spreads or any(isinstance(argument, Spread) for argument in call.args):
            return Unknown("handed over in a spread")
        return None

    def is_unbound(self, ref: CallRef) -> bool:
        """Whether a method is called through its class, with the object as first argument: `Base.__init__(self, …)`."""
        methods = [thing for thing in self.resolver.callee(ref) if isinstance(thing, Function) and isinstance(thing.bound, Class)]
        return any("classmethod" not in decorators(self.resolver.scope(method)) for method in methods)


def same(thing: Thing, target: Function | Class) -> bool:
    """Whether two things are one function or class, whatever object a method is bound to."""
    return isinstance(thing, Function | Class) and (thing.path, thing.scope) == (target.path, target.scope)


def takes_receiver(scope: Scope) -> bool:
    """Whether the first parameter is filled by the object before the dot."""
    return bool(scope.parameters) and scope.parameters[0].name in RECEIVERS and "staticmethod" not in decorators(scope)


def decorators(scope: Scope) -> set[str]:
    """The names of the decorators that are written as names."""
    return {decorator.name for decorator in scope.decorators if isinstance(decorator, Ref)}
