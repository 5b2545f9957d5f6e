"""What calls give back: objects, returned values, and what the tables say of libraries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import CallResult, Literal, Unknown
from ailint.project.structure import END
from ailint.project.things import UNKNOWN, CallRef, Class, Data, Environment, External, Function, Instance, Opaque, Spot, Thing, Things, distinct

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project.resolve import Resolver


class Results:
    """Asked by the resolver for the results of calls."""

    def __init__(self, resolver: Resolver) -> None:
        self.resolver = resolver

    def called(self, thing: Thing, ref: CallRef) -> Things:
        """What calling one thing gives."""
        match thing:
            case External():
                return self.external_result(thing, ref)
            case Class():
                return (Instance(thing, ref),)
            case Function():
                return self.returned(thing)
            case Instance(cls=cls):
                return distinct(found for method in self.resolver.members.member(cls, "__call__", thing) for found in self.called_method(method))
            case _:
                return (Opaque("result of an unknown call"),)

    def called_method(self, method: Thing) -> Things:
        """What a method found as an attribute gives."""
        return self.returned(method) if isinstance(method, Function) else UNKNOWN

    def returned(self, function: Function) -> Things:
        """What a function of the project gives back."""
        return self.resolver.once((function.path, function.scope, "returns"), self.return_things(function))

    def return_things(self, function: Function) -> Iterator[Thing]:
        """What the `return` or `yield` statements give, else what the annotation says."""
        scope = self.resolver.scope(function)
        bindings = self.resolver.bindings(function.path)
        kind = "yield" if scope.is_generator else "return"
        useful = False
        for index in bindings.steps_by_scope.get(function.scope, ()):
            step = bindings.facts.steps[index]
            if step.kind == kind and step.value is not None:
                for thing in self.resolver.things(step.value, Spot(function.path, function.scope, step.block, index)):
                    useful = useful or not isinstance(thing, Opaque)
                    yield thing
        if not useful:
            outside = Spot(function.path, scope.parent, scope.block, END)
            yield from self.resolver.signatures.annotated(scope.returns, outside) if scope.returns is not None else UNKNOWN

    def external_result(self, thing: External, ref: CallRef) -> Things:
        """What calling something of a library gives: by the language, the tables, or as the origin with `()` after it."""
        makers = (*thing.makers, ref)
        special = LANGUAGE.get(thing.origin)
        if special:
            return special(self, ref, thing)
        meanings = self.resolver.knowledge.meanings(thing.origin)
        if meanings:
            meaning = meanings[0]
            if meaning.role == "env.read":
                return self.environment(ref)
            if meaning.is_class:
                return (External(meaning.name, makers, thing.complete),)
            if meaning.returns:
                return (External(self.filled(meaning.returns, ref), makers, thing.complete),)
        owner, member = self.resolver.knowledge.split(self.resolver.knowledge.plain(thing.origin))
        if owner and member in self.resolver.knowledge.meanings(owner)[0].fluent:
            return (External(owner, makers, thing.complete),)
        last = thing.origin.rpartition(".")[2]
        made = thing.origin if last[:1].isupper() else f"{thing.origin}()"
        return (External(made, makers, thing.complete),)

    def filled(self, returns: str, ref: CallRef) -> str:
        """`{0}` in the origin of a result is the first argument, where it is written out: `boto3.client("bedrock-runtime")`."""
        if "{0}" not in returns:
            return returns
        call = self.resolver.call(ref)
        first = call.args[0] if call.args else next((value for name, value in call.keywords if name in {"service_name", "name"}), None)
        for thing in self.resolver.things(first, self.resolver.spot(ref)) if first is not None else ():
            if isinstance(thing, Data) and isinstance(thing.value, Literal):
                return returns.replace("{0}", str(thing.value.value))
        return returns.replace(".{0}", "()")

    def environment(self, ref: CallRef) -> Things:
        """A variable of the environment and the default beside it."""
        call = self.resolver.call(ref)
        spot = self.resolver.spot(ref)
        values = [*call.args, *(value for _, value in call.keywords)]
        name = values[0].value if values and isinstance(values[0], Literal) else ""
        default = self.resolver.things(values[1], spot) if len(values) > 1 else ()
        return (Environment(str(name)), *default)

    def super_result(self, ref: CallRef, _: External) -> Things:
        """`super()` is the object seen as its next base class."""
        facts = self.resolver.files[ref.path]
        scope = self.resolver.call(ref).scope
        while scope > 0 and facts.scopes[scope].kind != "class":
            scope = facts.scopes[scope].parent
        if scope <= 0:
            return UNKNOWN
        bases = [base for base in self.resolver.members.lineage(Class(ref.path, scope)) if base != Class(ref.path, scope)]
        return tuple(Instance(base) if isinstance(base, Class) else base for base in bases[:1]) or UNKNOWN

    def partial_result(self, ref: CallRef, _: External) -> Things:
        """`partial(f, …)` is `f`, with the arguments laid under those of later calls."""
        call = self.resolver.call(ref)
        found = self.resolver.things(call.args[0], self.resolver.spot(ref)) if call.args else UNKNOWN
        return tuple(External(t.origin, (*t.makers, ref), t.complete) if isinstance(t, External) else t for t in found)

    def getattr_result(self, ref: CallRef, _: External) -> Things:
        """`getattr(object, "name")` is the attribute."""
        call = self.resolver.call(ref)
        if len(call.args) > 1 and isinstance(call.args[1], Literal) and isinstance(call.args[1].value, str):
            return self.resolver.members.attribute(self.resolver.things(call.args[0], self.resolver.spot(ref)), call.args[1].value)
        return UNKNOWN

    def dict_result(self, ref: CallRef, _: External) -> Things:
        """`dict(…)` stands for itself: its entries are read where they are asked for."""
        return (Data(CallResult(ref.index), self.resolver.spot(ref)),)

    def same_result(self, ref: CallRef, _: External) -> Things:
        """A copy, a list of the same, a cast: what is handed over (a cast's type comes first)."""
        call = self.resolver.call(ref)
        return self.resolver.things(call.args[-1 if call.name == "cast" else 0], self.resolver.spot(ref)) if call.args else UNKNOWN

    def next_result(self, ref: CallRef, _: External) -> Things:
        """`next(items)` is an element."""
        call = self.resolver.call(ref)
        return self.resolver.members.item(call.args[0], Unknown("element"), self.resolver.spot(ref)) if call.args else UNKNOWN


LANGUAGE = {
    "builtins.super": Results.super_result,
    "builtins.getattr": Results.getattr_result,
    "builtins.dict": Results.dict_result,
    "functools.partial": Results.partial_result,
    "copy.copy": Results.same_result,
    "copy.deepcopy": Results.same_result,
    "typing.cast": Results.same_result,
    "builtins.list": Results.same_result,
    "builtins.tuple": Results.same_result,
    "builtins.reversed": Results.same_result,
    "builtins.sorted": Results.same_result,
    "builtins.iter": Results.same_result,
    "builtins.next": Results.next_result,
}
