"""Vetting: tests in front of a use, by which the code may have made sure that a value does no harm there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.facts import CallResult, Ref, Value
from ailint.project.evaluation import words
from ailint.project.flow.asking import Asking
from ailint.project.flow.spelling import Spelled, Spelling
from ailint.project.flow.trace import subscripted
from ailint.project.guards import calls_made, met, requires
from ailint.project.things import CallRef, External, Function, Opaque

if TYPE_CHECKING:
    from collections.abc import Collection

    from ailint.project.flow.engine import Flow
    from ailint.project.flow.walk import Walk
    from ailint.project.things import Spot, Thing

PART = re.compile(r"[.\[]")


class Vetting:
    """Asked by the flow whether a name was looked at before it is used, and whether a person was asked."""

    def __init__(self, flow: Flow) -> None:
        self.resolver = flow.resolver
        self.words = flow.words
        self.spelling = Spelling(flow)
        self.asking = Asking(flow)
        self._vetted: dict[tuple[str, str, Spot, str, bool], bool] = {}
        self._asked: dict[tuple[str, int, int], bool] = {}
        self._known: dict[tuple[str, int, frozenset[str], str, bool], bool] = {}

    def vetted(self, name: str, walk: Walk) -> bool:
        """Whether a test about the name, or a question to a person, decides that the program gets to this spot."""
        if not walk.against:
            return False
        taken = walk.trail[0] if subscripted(walk.trail) else ""
        key = name, taken, walk.spot, walk.against, walk.certain
        if key not in self._vetted:
            self._vetted[key] = self.is_vetted(name, taken, walk)
        return self._vetted[key]

    def is_vetted(self, name: str, taken: str, walk: Walk) -> bool:
        """The same, not yet kept; `taken` is the item of the name that the walk is about."""
        spot, bindings = walk.spot, self.resolver.bindings(walk.spot.path)
        tests, calls = tuple(met(bindings, spot)), tuple(calls_made(bindings, spot))
        if not tests and not calls:
            return False
        origins = self.spelling.of(Ref(name), spot).names
        if taken:
            name = f"{name}{taken}"
            origins = {*origins, name}
        names = {name, *origins}
        for test, wanted in tests:
            if self.asks(test, spot) or requires(test, lambda tested: self.shares(tested, origins, spot), wanted=wanted):
                return True
            spelled = self.spelling.of(test, spot)
            if about(spelled, name, origins) and self.judges(spelled, names, walk):
                return True
        return any(self.refuses(call, name, origins, walk) for call in calls)

    def asks(self, test: Value, spot: Spot) -> bool:
        """Whether a person is asked by a test of a function, once found out for all names and spots."""
        key = spot.path, spot.scope, id(test)
        if key not in self._asked:
            self._asked[key] = self.asking.asks(test, spot)
        return self._asked[key]

    def shares(self, tested: Value, names: Collection[str], spot: Spot) -> bool:
        """Whether what a test compares with a list was made of one of the variables."""
        return bool(self.spelling.of(tested, spot).names & set(names))

    def judges(self, spelled: Spelled, names: Collection[str], walk: Walk) -> bool:
        """Whether a test of one of the names looks at what decides about harm: itself, or in a function it calls."""
        looks = self.words.tests(walk.against, certain=walk.certain)
        return bool(spelled.words & looks) or any(self.call_judges(ref, names, walk) for ref in spelled.calls)

    def refuses(self, call: CallResult, name: str, origins: set[str], walk: Walk) -> bool:
        """Whether a call that was made before fails where the value is harmful: `target.relative_to(root)`, `check_path(target)`."""
        ref = CallRef(walk.spot.path, call.call)
        if not about(self.spelling.of_call(ref), name, origins):
            return False
        judging = [(function, self.given(ref, function, {name, *origins})) for function in self.functions(ref)]
        judging += [(function, self.parameters(function)) for function in self.handed(ref)]
        if judging:
            return any(self.raises(function) and self.function_judges(function, parameters, walk) for function, parameters in judging)
        return self.resolver.call(ref).name in self.words.refusing or self.is_judge_by_name(ref, walk)

    # functions that judge

    def functions(self, ref: CallRef) -> list[Function]:
        """The functions of the project that a call may call."""
        return [thing for thing in self.resolver.callee(ref) if isinstance(thing, Function)]

    def handed(self, ref: CallRef) -> list[Function]:
        """The functions of the project that a call is handed, to be run elsewhere."""
        call, spot = self.resolver.call(ref), self.resolver.spot(ref)
        return [thing for value in call.args[:1] for thing in self.resolver.things(value, spot) if isinstance(thing, Function)]

    def parameters(self, function: Function) -> frozenset[str]:
        """The names of a function's parameters."""
        return frozenset(parameter.name for parameter in self.resolver.scope(function).parameters)

    def given(self, ref: CallRef, function: Function, names: Collection[str]) -> frozenset[str]:
        """The parameters of a function that a call fills with what was made of the names."""
        scope, spot = self.resolver.scope(function), self.resolver.spot(ref)
        handed = ((parameter.name, self.resolver.handed(ref, scope, parameter)) for parameter in scope.parameters)
        return frozenset(name for name, value in handed if value is not None and self.shares(value, names, spot))

    def call_judges(self, ref: CallRef, names: Collection[str], walk: Walk) -> bool:
        """Whether a call is one of a function that judges: of the project, by what it does; of elsewhere, by its name."""
        functions = self.functions(ref)
        if not functions:
            return self.is_judge_by_name(ref, walk)
        return any(self.function_judges(function, self.given(ref, function, names), walk) for function in functions)

    def is_judge_by_name(self, ref: CallRef, walk: Walk) -> bool:
        """Whether a function that nobody can look into is called a judge: `is_safe`, `policy.allows`; certain that is not."""
        named = not walk.certain and words(self.resolver.call(ref).name) & self.words.judging
        return bool(named) and all(self.is_unseen(thing) for thing in self.resolver.callee(ref))

    def is_unseen(self, thing: Thing) -> bool:
        """Whether nothing is known of a thing but its name."""
        return isinstance(thing, Opaque) or (isinstance(thing, External) and not self.words.is_standard(thing.origin))

    def function_judges(self, function: Function, parameters: frozenset[str], walk: Walk) -> bool:
        """Whether a function of the project, or one that it calls, looks at what decides about harm in one of its parameters."""
        key = function.path, function.scope, parameters, walk.against, walk.certain
        if key not in self._known:
            self._known[key] = False
            bindings = self.resolver.bindings(function.path)
            looks = (*bindings.written(function.scope), *bindings.conditions(function.scope))
            self._known[key] = any(self.value_judges(value, spot, parameters, walk) for value, spot in looks)
        return self._known[key]

    def value_judges(self, value: Value, spot: Spot, parameters: frozenset[str], walk: Walk) -> bool:
        """Whether a value written in a function is such a look at one of its parameters, or compares it with a list."""
        spelled = self.spelling.of(value, spot)
        if not {PART.split(name)[0] for name in spelled.names} & parameters:
            return False
        listed = any(requires(value, lambda tested: self.shares(tested, parameters, spot), wanted=wanted) for wanted in (True, False))
        return listed or self.judges(spelled, parameters, walk)

    def raises(self, function: Function) -> bool:
        """Whether a function may refuse by raising an error."""
        return next(self.resolver.bindings(function.path).written(function.scope, "raise"), None) is not None


def about(spelled: Spelled, name: str, origins: set[str]) -> bool:
    """Whether a test is about a name: it holds it, or a variable that both were made of."""
    shared = {name} if name in spelled.names else origins
    return bool((shared - spelled.measures) & spelled.names)
