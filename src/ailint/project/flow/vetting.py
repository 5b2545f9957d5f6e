"""Vetting: tests in front of a use, by which the code may have made sure that a value does no harm there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.facts import CallResult, Collection, Ref, Value
from ailint.project.bindings import tail
from ailint.project.evaluation import words
from ailint.project.flow.asking import Asking
from ailint.project.flow.spelling import Spelled, Spelling
from ailint.project.flow.trace import subscripted
from ailint.project.guards import calls_made, met, requires
from ailint.project.things import CallRef, External, Function, Opaque

if TYPE_CHECKING:
    from ailint.project.flow.engine import Flow
    from ailint.project.flow.trace import Walk
    from ailint.project.things import Spot, Thing


class Vetting:
    """Asked by the flow whether a name was looked at before it is used, and whether a person was asked."""

    def __init__(self, flow: Flow) -> None:
        self.resolver = flow.resolver
        self.words = flow.words
        self.spelling = Spelling(flow)
        self.asking = Asking(flow)
        self._vetted: dict[tuple[str, str, Spot, str], bool] = {}
        self._known: dict[tuple[str, int, str], bool] = {}

    def vetted(self, name: str, walk: Walk) -> bool:
        """Whether a test about the name, or a question to a person, decides that the program gets to this spot."""
        if not walk.against:
            return False
        taken = walk.trail[0] if subscripted(walk.trail) else ""
        key = name, taken, walk.spot, walk.against
        if key not in self._vetted:
            self._vetted[key] = self.is_vetted(name, taken, walk)
        return self._vetted[key]

    def is_vetted(self, name: str, taken: str, walk: Walk) -> bool:
        """The same, not yet kept; `taken` is the item of the name that the walk is about."""
        spot, bindings = walk.spot, self.resolver.bindings(walk.spot.path)
        origins = self.spelling.of(Ref(name), spot).names
        if taken:
            name = f"{name}{taken}"
            origins = {*origins, name}
        for test, wanted in met(bindings, spot):
            if self.asking.asks(test, spot) or requires(test, lambda tested: self.shares(tested, origins, spot), wanted=wanted):
                return True
            spelled = self.spelling.of(test, spot)
            if about(spelled, name, origins) and self.judges(spelled, walk.against):
                return True
        return any(self.refuses(call, name, origins, walk) for call in calls_made(bindings, spot))

    def shares(self, tested: Value, origins: set[str], spot: Spot) -> bool:
        """Whether what a test compares with a list was made of the same variables as the value."""
        return bool(self.spelling.of(tested, spot).names & origins)

    def judges(self, spelled: Spelled, against: str) -> bool:
        """Whether a test looks at what decides about harm in a family of sinks: itself, or in a function it calls."""
        return bool(spelled.words & self.words.tests(against)) or any(self.call_judges(ref, against) for ref in spelled.calls)

    def refuses(self, call: CallResult, name: str, origins: set[str], walk: Walk) -> bool:
        """Whether a call that stands alone fails where the value is harmful: `target.relative_to(root)`, `check_path(target)`."""
        ref = CallRef(walk.spot.path, call.call)
        spelled = self.spelling.of(call, walk.spot)
        if not about(spelled, name, origins):
            return False
        functions = self.functions(ref)
        if functions:
            return any(self.raises(function) and self.function_judges(function, walk.against) for function in functions)
        return tail(self.resolver.call(ref).func) in self.words.refusing or self.is_judge_by_name(ref)

    # functions that judge

    def functions(self, ref: CallRef) -> list[Function]:
        """The functions of the project that a call may call."""
        return [thing for thing in self.resolver.callee(ref) if isinstance(thing, Function)]

    def call_judges(self, ref: CallRef, against: str) -> bool:
        """Whether a call is one of a function that judges: of the project, by what it does; of elsewhere, by its name."""
        functions = self.functions(ref)
        return any(self.function_judges(function, against) for function in functions) if functions else self.is_judge_by_name(ref)

    def is_judge_by_name(self, ref: CallRef) -> bool:
        """Whether a function that nobody can look into is called a judge: `is_safe`, `policy.allows`."""
        named = words(tail(self.resolver.call(ref).func)) & self.words.judging
        return bool(named) and all(self.is_unseen(thing) for thing in self.resolver.callee(ref))

    def is_unseen(self, thing: Thing) -> bool:
        """Whether nothing is known of a thing but its name."""
        return isinstance(thing, Opaque) or (isinstance(thing, External) and not self.words.is_standard(thing.origin))

    def function_judges(self, function: Function, against: str) -> bool:
        """Whether a function of the project, or one that it calls, looks at what decides about harm, or compares with a list."""
        key = function.path, function.scope, against
        if key not in self._known:
            self._known[key] = False
            bindings = self.resolver.bindings(function.path)
            looks = (*bindings.written(function.scope), *bindings.conditions(function.scope))
            self._known[key] = any(self.value_judges(value, spot, against) for value, spot in looks)
        return self._known[key]

    def value_judges(self, value: Value, spot: Spot, against: str) -> bool:
        """Whether a value written in a function is such a look."""
        if any(requires(value, self.is_variable, wanted=wanted) for wanted in (True, False)):
            return True
        return self.judges(self.spelling.of(value, spot, deep=False), against)

    @staticmethod
    def is_variable(value: Value) -> bool:
        """Whether a value is no constant."""
        return isinstance(value, Ref | CallResult | Collection)

    def raises(self, function: Function) -> bool:
        """Whether a function may refuse by raising an error."""
        return next(self.resolver.bindings(function.path).written(function.scope, "raise"), None) is not None


def about(spelled: Spelled, name: str, origins: set[str]) -> bool:
    """Whether a test is about a name: it holds it, or a variable that both were made of."""
    shared = {name} if name in spelled.names else origins
    return bool((shared - spelled.measures) & spelled.names)
