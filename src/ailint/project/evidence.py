"""Evidence: what proves that a sub-project has a practice, and where. A word proves nothing; a use, a switch, a file or a command does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import TYPE_CHECKING

from ailint.facts import CallResult, Collection, Item, Literal, PythonFacts, Record, Ref, Setting, Span, Value
from ailint.knowledge.tables import Library, Proof
from ailint.project.bindings import END
from ailint.project.commands import begins_with, command_lines
from ailint.project.evaluation import own_evaluations
from ailint.project.guarding import own_guards
from ailint.project.safety import filters_all_on
from ailint.project.things import External, Spot, Things

if TYPE_CHECKING:
    from ailint.project.profile import SubProject
    from ailint.project.project import Project

EVALUATIONS = frozenset({"evaluation", "retrieval-evaluation"})
RUNNING = frozenset({"app", "script"})
NEVER = frozenset({"vendored", "generated", "example"})
OFF = frozenset({"", "0", "false", "no", "off", "none", "null", "disabled"})
TRACED = ("gen_ai.", "llm.", "openinference.")
SPAN_CALLS = frozenset({"set_attribute", "set_attributes", "start_span", "start_as_current_span", "add_event"})
FILTERS_SET = "the provider's filters are set"
TOP = Span(1, 0, 1, 0)
NOTHING = (Literal(None), Literal(value=False), Collection(()))


class Evidence(Record):
    """Proof of a practice: what it is in words, where it stands, and the library (empty for one's own code or a declaration)."""

    practice: str
    path: str
    span: Span
    what: str
    library: str = ""


class Gatherer:
    """Gathers evidence, each practice of each sub-project once."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._found: dict[tuple[str, str], tuple[Evidence, ...]] = {}
        self._everywhere: dict[str, tuple[Evidence, ...]] = {}

    def of(self, practice: str, subproject: SubProject) -> tuple[Evidence, ...]:
        """Everything that proves a practice in a sub-project: in its files, and in those of the sub-projects around it."""
        key = practice, subproject.path
        if key not in self._found:
            self._found[key] = (*self.declared(practice, subproject), *self.near(practice, subproject))
        return self._found[key]

    def declared(self, practice: str, subproject: SubProject) -> Iterator[Evidence]:
        """A control outside the repository that the configuration names."""
        for name, words in self.project.config.external.items():
            if name.replace("_", "-") == practice:
                yield Evidence(practice, subproject.manifest, TOP, f"{practice} declared outside the repository: {words}")

    def near(self, practice: str, subproject: SubProject) -> Iterator[Evidence]:
        for evidence in self.everywhere(practice):
            owner = self.project.subproject_of(evidence.path).path
            if owner == subproject.path or lies_in(subproject.path, owner) or (practice in EVALUATIONS and lies_in(owner, subproject.path)):
                yield evidence

    def everywhere(self, practice: str) -> tuple[Evidence, ...]:
        if practice not in self._everywhere:
            found = {(evidence.path, evidence.span.line, evidence.what): evidence for evidence in self.gathered(practice)}
            self._everywhere[practice] = tuple(sorted(found.values(), key=lambda evidence: (evidence.path, evidence.span.line, evidence.what)))
        return self._everywhere[practice]

    def gathered(self, practice: str) -> Iterator[Evidence]:
        proofs = list(self.project.knowledge.proofs(practice))
        yield from self.uses(practice, proofs)
        yield from self.acting_imports(practice, proofs)
        yield from self.switches(practice, proofs)
        yield from self.configured(practice, proofs)
        yield from self.commands(practice, proofs)
        yield from self.files(practice, proofs)
        if practice == "tracing":
            yield from self.own_spans()
        if practice == "guardrails":
            yield from self.judging()
        if practice == "evaluation":
            for path, span, what in own_evaluations(self.project):
                yield Evidence(practice, path, span, what)

    def counts(self, practice: str, path: str) -> bool:
        """Whether a file of its role can prove the practice: a tracer in a test traces nothing, an evaluation may stand anywhere but in examples."""
        role = self.project.role(path)
        if practice not in EVALUATIONS:
            return role in RUNNING
        return role not in NEVER and not (role in RUNNING and path in self.training)

    @cached_property
    def training(self) -> frozenset[str]:
        """Files that train: what they measure is their own loss."""
        return frozenset(site.path for site in self.project.calls("train.run"))

    # uses in code

    def uses(self, practice: str, proofs: list[tuple[Library, Proof]]) -> Iterator[Evidence]:
        """Calls, decorators, base classes, and settings of a module."""
        wanted = {self.project.knowledge.plain(origin): library.library for library, proof in proofs for origin in proof.calls}
        tails = {origin.rpartition(".")[2] for _, proof in proofs for origin in proof.calls} | {origin.rpartition(".")[2] for origin in wanted}
        for tail in sorted(tails):
            for ref in self.project.resolver.calls_by_tail.get(tail, ()):
                if self.counts(practice, ref.path):
                    yield from self.named(practice, wanted, self.project.resolver.callee(ref), ref.path, self.project.resolver.call(ref).span)
        for path, value, spot, span in self.declarations:
            if self.counts(practice, path) and last_name(value) in tails:
                yield from self.named(practice, wanted, self.project.things(value, spot), path, span)

    def named(self, practice: str, wanted: dict[str, str], things: Things, path: str, span: Span) -> Iterator[Evidence]:
        for thing in things:
            if isinstance(thing, External):
                origin = next((name for name in self.spellings(thing.origin) if name in wanted), None)
                if origin is not None:
                    yield Evidence(practice, path, span, f"`{origin}` is used", wanted[origin])
                    return

    def spellings(self, origin: str) -> Iterator[str]:
        """The origin as the tables have it, and as a member of what its class is like."""
        plain = self.project.knowledge.plain(origin)
        yield plain
        owner, member = self.project.knowledge.split(plain)
        if owner:
            yield from (f"{base}.{member}" for base in self.project.knowledge.lineage(owner))

    @cached_property
    def declarations(self) -> list[tuple[str, Value, Spot, Span]]:
        """Decorators without a call, base classes, and attributes of modules that are set: (path, value, spot, span)."""
        found: list[tuple[str, Value, Spot, Span]] = []
        for path, facts in self.project.python.items():
            for scope in facts.scopes:
                spot = Spot(path, scope.parent, scope.block, END)
                found += [(path, value, spot, scope.span) for value in (*scope.decorators, *scope.bases) if not isinstance(value, CallResult)]
            for index, step in enumerate(facts.steps):
                if step.kind == "bind" and isinstance(step.target, Ref) and "." in step.target.name and step.value not in NOTHING:
                    found.append((path, step.target, Spot(path, step.scope, step.block, index), step.span))
        return found

    def acting_imports(self, practice: str, proofs: list[tuple[Library, Proof]]) -> Iterator[Evidence]:
        """Imports that do their work by themselves."""
        wanted = {name: library.library for library, proof in proofs for name in proof.imports}
        for path, facts in self.project.python.items() if wanted else ():
            for imported in facts.imports:
                names = {imported.module, f"{imported.module}.{imported.name}"}
                hit = next((name for name in wanted if not imported.level and (name in names or imported.module.startswith(f"{name}."))), None)
                if hit and self.counts(practice, path):
                    yield Evidence(practice, path, Span(imported.line, 0, imported.line, 0), f"`{hit}` is imported, which acts by itself", wanted[hit])

    def own_spans(self) -> Iterator[Evidence]:
        """Trace spans made by hand that carry what a model call is about."""
        for path, facts in self.project.python.items():
            for call in facts.calls:
                first = call.args[0] if call.args else None
                if last_name(call.func) in SPAN_CALLS and isinstance(first, Literal) and str(first.value).startswith(TRACED) and self.counts("tracing", path):
                    yield Evidence("tracing", path, call.span, f"a trace span carries `{first.value}`")

    def judging(self) -> Iterator[Evidence]:
        """Calls that judge text, and guards of the project's own."""
        for site in self.project.calls("moderation.call"):
            if self.counts("guardrails", site.path):
                yield Evidence("guardrails", site.path, site.call.span, f"`{site.meaning.name}` judges text", site.meaning.library)
        for path, span, what in own_guards(self.project):
            yield Evidence("guardrails", path, span, what)
        for site in self.project.calls("llm", "agent"):
            if "safety" in site.meaning.arguments and self.counts("guardrails", site.path) and filters_all_on(site, self.project):
                yield Evidence("guardrails", site.path, site.call.span, FILTERS_SET, site.meaning.library)

    # switches, files, commands

    def switches(self, practice: str, proofs: list[tuple[Library, Proof]]) -> Iterator[Evidence]:
        """Environment variables that are set, in code or in settings."""
        wanted = {name: library.library for library, proof in proofs for name in proof.env}
        for name, path, span, value in self.environment if wanted else ():
            if name in wanted and value.strip().strip("\"'").lower() not in OFF and self.project.role(path) not in NEVER | {"test"}:
                yield Evidence(practice, path, span, f"`{name}` is set", wanted[name])

    @cached_property
    def environment(self) -> list[tuple[str, str, Span, str]]:
        """Variables of the environment that something sets: (name, path, span, value)."""
        found = [(name, path, span, value) for path, facts in self.project.python.items() for name, span, value in set_in_code(facts)]
        for path, file in self.project.files.items():
            found += [(name, path, setting.span, value) for setting, name, value in set_in_settings(file.settings)]
        return found

    def configured(self, practice: str, proofs: list[tuple[Library, Proof]]) -> Iterator[Evidence]:
        """Keys of settings files."""
        wanted = {tuple(key.split(".")): library.library for library, proof in proofs for key in proof.settings}
        for path, file in self.project.files.items() if wanted else ():
            for setting in file.settings:
                key = tuple(part for part in setting.key if not part.isdigit())
                hit = next((name for name in wanted if contains(key, name)), None)
                if hit and setting.raw.lower() not in OFF and self.project.role(path) not in NEVER:
                    yield Evidence(practice, path, setting.span, f"`{'.'.join(hit)}` is configured", wanted[hit])

    def commands(self, practice: str, proofs: list[tuple[Library, Proof]]) -> Iterator[Evidence]:
        wanted = {name: library.library for library, proof in proofs for name in proof.commands}
        for path, file in self.project.files.items() if wanted else ():
            for command in file.commands:
                for line in command_lines(command.text):
                    hit = next((name for name in wanted if begins_with(line, name)), None)
                    if hit:
                        yield Evidence(practice, path, command.span, f"`{hit}` is run", wanted[hit])

    def files(self, practice: str, proofs: list[tuple[Library, Proof]]) -> Iterator[Evidence]:
        """Configuration files by git-ignore pattern."""
        from pathspec import GitIgnoreSpec

        for library, proof in proofs:
            if proof.files:
                spec = GitIgnoreSpec.from_lines(proof.files)
                for path in spec.match_files(self.project.paths):
                    if self.project.role(path) not in NEVER:
                        yield Evidence(practice, path, TOP, f"`{path}` configures {library.library}", library.library)


def lies_in(path: str, folder: str) -> bool:
    """Whether a sub-project's folder is inside another's."""
    return path != folder and (folder == "." or path.startswith(f"{folder}/"))


def last_name(value: Value) -> str:
    if isinstance(value, Ref):
        return value.name.rpartition(".")[2]
    return getattr(value, "name", "")


def contains(key: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Whether one path has the other as a stretch of itself."""
    return any(key[start : start + len(part)] == part for start in range(len(key) - len(part) + 1))


def set_in_code(facts: PythonFacts) -> Iterator[tuple[str, Span, str]]:
    """`os.environ[name] = value`, `os.environ.setdefault(name, value)`, `os.putenv(name, value)`."""
    for step in facts.steps:
        if step.kind == "bind" and isinstance(step.target, Item) and last_name(step.target.base) == "environ" and isinstance(step.target.key, Literal):
            yield str(step.target.key.value), step.span, written(step.value)
    for call in facts.calls:
        if isinstance(call.func, Ref) and call.func.name.endswith(("environ.setdefault", "os.putenv")) and len(call.args) > 1 and isinstance(call.args[0], Literal):
            yield str(call.args[0].value), call.span, written(call.args[1])


def written(value: Value | None) -> str:
    """The text of a constant; anything else may be any value and counts as one."""
    return str(value.value if value.value is not None else "") if isinstance(value, Literal) else "set"


def set_in_settings(settings: Iterable[Setting]) -> Iterator[tuple[Setting, str, str]]:
    """`NAME: value`, the list item `NAME=value`, and the pair `name: NAME`, `value: …` of Kubernetes."""
    values = {setting.key: setting.raw for setting in settings}
    for setting in settings:
        last = setting.key[-1] if setting.key else ""
        if last.isdigit() and "=" in setting.raw:
            name, _, value = setting.raw.partition("=")
            yield setting, name.strip(), value
        elif last == "name" and (*setting.key[:-1], "value") in values:
            yield setting, setting.raw, values[*setting.key[:-1], "value"]
        else:
            yield setting, last, setting.raw


