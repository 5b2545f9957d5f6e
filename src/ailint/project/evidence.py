"""Evidence: what proves that a sub-project has a practice, and where. A word proves nothing; a use, a switch, a file or a command does."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from ailint.facts import CallResult, Literal
from ailint.knowledge.hosts import Hosts, load_hosts
from ailint.project.attacks import own_attacks
from ailint.project.called import calls_written
from ailint.project.controls import OWN_CONTROLS
from ailint.project.evaluation import evaluation_place, own_evaluations
from ailint.project.guarding import own_guards
from ailint.project.proofs import EVALUATIONS, RUNNING, TOP, Evidence, TableProofs
from ailint.project.safety import filters_all_on
from ailint.project.things import CallRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Span
    from ailint.project.profile import SubProject
    from ailint.project.project import Project

__all__ = ["DECLARED", "FILTERS_SET", "RUNNING", "Evidence", "Gatherer"]

TRACED = ("gen_ai.", "llm.", "openinference.")
SPAN_NAME = re.compile(r"(?:^|_)(?:span|trace)(?:_|$)")
SPAN_CALLS = frozenset({"set_attribute", "set_attributes", "start_span", "start_as_current_span", "add_event"})
FILTERS_SET = "the provider's filters are set"
DECLARED = "is declared outside the repository"


class Gatherer:
    """Gathers evidence, each practice of each sub-project once."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.tables = TableProofs(project)
        self._found: dict[tuple[str, str], tuple[Evidence, ...]] = {}
        self._everywhere: dict[str, tuple[Evidence, ...]] = {}

    def of(self, practice: str, subproject: SubProject) -> tuple[Evidence, ...]:
        """Everything that proves a practice in a sub-project: in its files, and in those of the sub-projects around it."""
        key = practice, subproject.path
        if key not in self._found:
            self._found[key] = (*self.near(practice, subproject), *self.declared(practice, subproject))
        return self._found[key]

    @property
    def practices(self) -> frozenset[str]:
        """The practices that tables prove, and those that were asked for."""
        tabled = (proof.practice for library in self.project.knowledge.libraries for proof in library.evidence)
        return frozenset((*tabled, *(practice for practice, _ in self._found)))

    def declared(self, practice: str, subproject: SubProject) -> Iterator[Evidence]:
        """A control outside the repository that the configuration names; what the repository itself shows comes before it."""
        for name, words in self.project.config.external.items():
            if name.replace("_", "-") == practice:
                path, span = self.declaration(name) or (subproject.manifest, TOP)
                yield Evidence(practice, path, span, f"{practice} {DECLARED}: {words}")

    def declaration(self, name: str) -> tuple[str, Span] | None:
        """Where the configuration declares it; None where the command line does."""
        path = self.project.config.source
        settings = self.project.files[path].settings if path in self.project.files else ()
        return next(((path, setting.span) for setting in settings if setting.key[-2:] == ("external", name)), None)

    def near(self, practice: str, subproject: SubProject) -> Iterator[Evidence]:
        """Evidence in the sub-project's files or around it; an evaluation may also have a sub-project of its own inside."""
        for evidence in self.everywhere(practice):
            owner = evidence.within or self.project.subproject_of(evidence.path).path
            if owner == subproject.path or lies_in(subproject.path, owner) or (practice in EVALUATIONS and lies_in(owner, subproject.path)):
                yield evidence

    def everywhere(self, practice: str) -> tuple[Evidence, ...]:
        """Evidence anywhere in the repository, by place."""
        if practice not in self._everywhere:
            found = {(evidence.path, evidence.span.line, evidence.what): evidence for evidence in self.gathered(practice)}
            self._everywhere[practice] = tuple(found[key] for key in sorted(found))
        return self._everywhere[practice]

    def gathered(self, practice: str) -> Iterator[Evidence]:
        """What the tables know, and what a project does by itself."""
        yield from self.tables.of(practice)
        yield from self.through_gateway(practice)
        if practice in OWN_CONTROLS:
            yield from (Evidence(practice, path, span, what) for path, span, what in OWN_CONTROLS[practice](self.project))
        if practice == "tracing":
            yield from self.own_spans()
        elif practice == "guardrails":
            yield from self.judging()
        elif practice == "red-teaming":
            yield from (Evidence(practice, path, span, what) for path, span, what in own_attacks(self.project))
        elif practice == "evaluation":
            yield from (Evidence(practice, path, span, what) for path, span, what in own_evaluations(self.project))
            measures = self.tables.of("text-metric")
            yield from (found for found in measures if evaluation_place(found.path) or self.project.role(found.path) in {"eval", "test"})

    def own_spans(self) -> Iterator[Evidence]:
        """Trace spans made by hand that carry what a model call is about, or around one by a function that is named for it."""
        for ref, call in calls_written(self.project.resolver, SPAN_CALLS):
            first = call.args[0] if call.args else None
            if isinstance(first, Literal) and str(first.value).startswith(TRACED) and self.project.role(ref.path) in RUNNING:
                yield Evidence("tracing", ref.path, call.span, f"a trace span carries `{first.value}`")
        for ref, call in calls_written(self.project.resolver, set(filter(SPAN_NAME.search, self.project.resolver.calls_by_tail))):
            if self.project.role(ref.path) in RUNNING and self.holds_asking(ref):
                yield Evidence("tracing", ref.path, call.span, f"`{call.name}` is around a call of the model")

    def holds_asking(self, ref: CallRef) -> bool:
        """Whether a call opens a `with` block in which the model is asked."""
        bindings = self.project.resolver.bindings(ref.path)
        opened = (index for index, block in enumerate(bindings.facts.blocks) if block.kind == "with" and block.value == CallResult(ref.index))
        inside = (CallRef(ref.path, index) for block in opened for index, _ in bindings.calls_within(block))
        return any(self.project.reaching.call(other) for other in inside)

    def judging(self) -> Iterator[Evidence]:
        """Calls that judge text, guards of the project's own, and filters of the provider that are chosen."""
        for site in self.project.calls("moderation.call"):
            if self.project.role(site.path) in RUNNING:
                yield Evidence("guardrails", site.path, site.call.span, f"`{site.meaning.name}` judges text", site.meaning.library)
        for path, span, what in own_guards(self.project):
            yield Evidence("guardrails", path, span, what)
        for site in self.project.calls("llm", "agent"):
            if "safety" in site.meaning.arguments and self.project.role(site.path) in RUNNING and filters_all_on(site, self.project):
                yield Evidence("guardrails", site.path, site.call.span, FILTERS_SET, site.meaning.library)

    def through_gateway(self, practice: str) -> Iterator[Evidence]:
        """Clients whose address is that of a gateway which has the practice."""
        if not any(practice in gateway.practices for gateway in self.hosts.table.gateways):
            return
        for site in self.project.calls("llm.client"):
            if "base_url" in site.meaning.arguments and self.project.role(site.path) in RUNNING:
                for address in self.project.argument(site, "base_url").constants:
                    found = self.hosts.address(str(address))
                    if found is not None and found.gateway is not None and practice in found.gateway.practices:
                        yield Evidence(practice, site.path, site.call.span, f"requests go through {found.name}", found.name)

    @cached_property
    def hosts(self) -> Hosts:
        """The table of addresses."""
        return load_hosts()


def lies_in(path: str, folder: str) -> bool:
    """Whether a sub-project's folder is inside another's."""
    return path != folder and (folder == "." or path.startswith(f"{folder}/"))
