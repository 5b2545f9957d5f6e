"""Loops in which a model is asked again and again, written out by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ailint.checks.bounds import WITH, Bounds
from ailint.checks.branches import before
from ailint.checks.leaving import asks_person
from ailint.checks.loop_limits import Ground, Grounds, raises_at_limit
from ailint.checks.reach import reach_of
from ailint.checks.retries import LEAVING, is_attempt_loop
from ailint.facts import Block, CallResult, Literal, Place, Ref, Related, Unknown, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Given
from ailint.project.nesting import all_in
from ailint.project.structure import LOOPS
from ailint.project.things import CallRef, External, Function, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import PythonFacts, Value
    from ailint.project import Project
    from ailint.project.bindings import Bindings

MODEL_CALLS = ("llm.chat", "agent.run")
TOOL_RESULTS = frozenset({"tool", "function", "tool_result", "function_call_output", "tool_outputs"})
WORK = frozenset({"pop", "popleft", "popitem", "get", "get_nowait", "dequeue", "recv", "receive"})
ENDING = frozenset({"range", "enumerate", "zip", "items", "keys", "values", "sorted", "reversed"})
FOR_EVER = frozenset({"itertools.count", "itertools.cycle"})


class AgentLoops:
    """Finds such loops and tells what ends them."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.reach = reach_of(project, *MODEL_CALLS)
        self.bounds = Bounds(project)

    def verdicts(self) -> Iterator[Verdict]:
        """One verdict for each loop without an end of its own, in which the model has a say."""
        for path, facts in self.project.python.items():
            for index, block in enumerate(facts.blocks):
                if block.kind in LOOPS and self.is_endless(path, facts, block):
                    verdict = self.judged(self.project.resolver.bindings(path), index)
                    if verdict is not None:
                        yield verdict

    def is_endless(self, path: str, facts: PythonFacts, block: Block) -> bool:
        """Whether a loop goes over nothing that comes to an end by itself."""
        if block.kind == "while":
            return True
        if not isinstance(block.value, CallResult) or facts.calls[block.value.call].name in ENDING:
            return False
        things = self.project.things(block.value, Spot(path, block.scope, block.parent, 0))
        return any(isinstance(thing, External) and thing.origin.removesuffix("()") in FOR_EVER for thing in things)

    def judged(self, bindings: Bindings, loop: int) -> Verdict | None:
        """The verdict on one loop; None where it is no loop of an agent."""
        scope = bindings.facts.blocks[loop].scope
        calls = [CallRef(bindings.path, index) for index, call in bindings.calls_within(loop)]
        asking = [ref for ref in calls if self.asks(ref)]
        if not asking or all(is_attempt_loop(bindings, loop, ref.index) for ref in asking) or self.is_paced(bindings, loop):
            return None
        block = bindings.facts.blocks[loop]
        place = Place(bindings.path, block.span, bindings.facts.scopes[scope].symbol)
        related = tuple(Related(self.project.flow.call_place(ref), "the model is asked here in each round") for ref in asking)
        grounds = Grounds(self.project, bindings, loop)
        found = grounds.of_all(self.ends(bindings, loop))
        if Ground.LIMIT in found or raises_at_limit(self.project, [ref for ref in calls if ref not in asking]) or self.is_timed(bindings, loop):
            return satisfied(place, "a limit ends the loop", related=related)
        if not (Ground.MODEL in found or any(self.gives_tools(ref) for ref in asking) or self.adds_tool_results(bindings, loop)):
            return None
        if Ground.UNKNOWN in found:
            return unknown(place, "what ends the loop is decided elsewhere", related=related)
        if Ground.STUCK in found:
            return violated(
                place, f"Some ways through this loop leave `{grounds.stuck}` as it is and ask the model again without end", related=related
            )
        return violated(place, "Only the model's answer ends this loop: nothing limits its rounds, its time or its cost", related=related)

    def asks(self, ref: CallRef) -> bool:
        """Whether a call comes to a model, or gives back what one said."""
        if self.reach.call(ref):
            return True
        return any(isinstance(thing, Function) and self.project.flow.speaks_for_model(thing) for thing in self.project.resolver.callee(ref))

    # what ends a loop

    def ends(self, bindings: Bindings, loop: int) -> Iterator[tuple[Value, Spot]]:
        """The conditions under which the loop is left, each with its spot; of a flag, those under which it is set."""
        block = bindings.facts.blocks[loop]
        if block.kind == "while" and block.value is not None:
            yield block.value, before(bindings, loop)
            for part in all_in(block.value):
                if isinstance(part, Ref) and "." not in part.name:
                    yield from self.setting(bindings, loop, part.name)
        for step in bindings.facts.steps:
            if step.kind in LEAVING and step.scope == block.scope and self.leaves(bindings, loop, step.block, step.kind):
                yield from self.guards(bindings, loop, step.block)

    def setting(self, bindings: Bindings, loop: int, name: str) -> Iterator[tuple[Value, Spot]]:
        """The values that the loop gives a flag, and the conditions under which it does."""
        inside = set(bindings.inside(loop))
        for binding in bindings.names.get((bindings.facts.blocks[loop].scope, name), ()):
            if binding.block in inside and binding.value is not None and not binding.augments:
                yield binding.value, Spot(bindings.path, binding.scope, binding.block, binding.step)
                yield from self.guards(bindings, loop, binding.block)

    def leaves(self, bindings: Bindings, loop: int, block: int, kind: str) -> bool:
        """Whether a jump in a block leaves this loop, rather than one inside it."""
        for index in bindings.ancestors(block):
            if index == loop:
                return True
            if kind == "break" and bindings.facts.blocks[index].kind in LOOPS:
                return False
        return False

    def guards(self, bindings: Bindings, loop: int, block: int) -> Iterator[tuple[Value, Spot]]:
        """The conditions between a block and the loop around it."""
        for index in bindings.ancestors(block):
            if index == loop:
                return
            here = bindings.facts.blocks[index]
            if here.kind in {"if", "else", "case", "while"} and here.value is not None:
                yield here.value, before(bindings, index)

    # what kind of loop it is

    def is_paced(self, bindings: Bindings, loop: int) -> bool:
        """Whether each round waits for a person, a connection or the next piece of work."""
        if asks_person(self.project, bindings, loop):
            return True
        inside = set(bindings.inside(loop))
        for step in bindings.facts.steps:
            if step.block in inside and step.kind == "bind":
                if isinstance(step.value, Unknown) and step.value.why == "sent to a generator":
                    return True
                if isinstance(step.value, CallResult) and takes_work(bindings, step.value.call):
                    return True
        return False

    def is_timed(self, bindings: Bindings, loop: int) -> bool:
        """Whether a limit on time stands around the whole loop."""
        block = bindings.facts.blocks[loop]
        around = (outer.value for outer in bindings.enclosing(block.parent, WITH))
        if any(isinstance(value, CallResult) and self.bounds.bound(CallRef(bindings.path, value.call)) for value in around):
            return True
        return self.bounds.around_function(bindings.path, block.scope, 0) is not None

    def gives_tools(self, ref: CallRef) -> bool:
        """Whether a model call is given tools."""
        site = self.project.sites.at(ref)
        return site is not None and site.role == "llm.chat" and self.project.argument(site, "tools").given is Given.CALL

    def adds_tool_results(self, bindings: Bindings, loop: int) -> bool:
        """Whether the loop makes messages that carry the results of tools."""
        inside = set(bindings.inside(loop))
        if any(text in TOOL_RESULTS and spot.block in inside for _, text, spot in bindings.texts):
            return True
        sites = (self.project.site(bindings.path, index) for index, _ in bindings.calls_within(loop))
        return any(site is not None and site.role == "message.tool" for site in sites)


def takes_work(bindings: Bindings, call: int) -> bool:
    """Whether a call takes the next piece of work: `queue.get()`, `todo.pop()`; an entry by name is none."""
    here = bindings.facts.calls[call]
    named = bool(here.args) and not (isinstance(here.args[0], Literal) and here.args[0].value in {0, -1})
    return here.name in WORK and not named
