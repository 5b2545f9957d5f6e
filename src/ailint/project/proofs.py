"""Proofs of a practice by the tables: uses in code, imports that act, switches, settings, commands, files."""

from __future__ import annotations

from functools import cached_property
from posixpath import basename
from typing import TYPE_CHECKING

from ailint.facts import Collection, Literal, Record, Ref, Span
from ailint.project.called import calls_written
from ailint.project.commands import begins_with, command_lines, working_in
from ailint.project.environment import is_off, last_name, set_in_code, set_in_settings
from ailint.project.resources import resources
from ailint.project.structure import END
from ailint.project.things import External, Spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ailint.facts import Import, Value
    from ailint.knowledge.tables import Proof
    from ailint.project.project import Project
    from ailint.project.things import Things

EVALUATIONS = frozenset({"evaluation", "retrieval-evaluation", "text-metric", "red-teaming"})
RUNNING = frozenset({"app", "script"})
NEVER = frozenset({"vendored", "generated", "example"})
NOTHING = (Literal(None), Literal(value=False), Collection(()))
HANDED_CLASSES = frozenset({"add_middleware", "Middleware"})
TOP = Span(1, 0, 1, 0)


class Evidence(Record):
    """Proof of a practice: what it is in words, where it stands, and the library (empty for one's own code or a declaration).

    `within` is the sub-project that it is about, where the file serves several.
    """

    practice: str
    path: str
    span: Span
    what: str
    library: str = ""
    within: str = ""


class TableProofs:
    """Looks a repository through for what the tables say proves a practice."""

    def __init__(self, project: Project) -> None:
        self.project = project

    def of(self, practice: str) -> Iterator[Evidence]:
        """Every proof of a practice, in no order."""
        for find in (self.uses, self.acting_imports, self.switches, self.configured, self.commands, self.files, self.declared):
            yield from find(practice)

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

    def wanted(self, practice: str, names: Callable[[Proof], list[str]]) -> dict[str, str]:
        """What to look for, and the library that each of it stands for."""
        return {name: library.library for library, proof in self.project.knowledge.proofs(practice) for name in names(proof)}

    # in code

    def uses(self, practice: str) -> Iterator[Evidence]:
        """Calls, decorators, base classes, and settings of a module."""
        origins = self.wanted(practice, lambda proof: proof.calls)
        wanted = {self.project.knowledge.plain(origin): library for origin, library in origins.items()}
        tails = tails_of(origins, self.project.knowledge.plain)
        resolver = self.project.resolver
        for tail in sorted(tails):
            for ref in resolver.calls_by_tail.get(tail, ()):
                if self.counts(practice, ref.path):
                    yield from self.named(practice, wanted, resolver.callee(ref), ref.path, resolver.call(ref).span)
        for spot, value, span in (found for tail in sorted(tails) for found in self.declarations.get(tail, ())):
            if self.counts(practice, spot.path):
                yield from self.named(practice, wanted, self.project.things(value, spot), spot.path, span)

    def named(self, practice: str, wanted: dict[str, str], things: Things, path: str, span: Span) -> Iterator[Evidence]:
        """Evidence, if one of the things is what is looked for."""
        spellings = (name for thing in things if isinstance(thing, External) for name in self.spellings(thing.origin))
        origin = next((name for name in spellings if name in wanted), None)
        if origin is not None:
            yield Evidence(practice, path, span, f"`{origin}` is used", wanted[origin])

    def spellings(self, origin: str) -> Iterator[str]:
        """The origin as the tables have it, and as a member of what its class is like."""
        plain = self.project.knowledge.plain(origin)
        yield plain
        owner, member = self.project.knowledge.split(plain)
        if owner:
            yield from (f"{base}.{member}" for base in self.project.knowledge.lineage(owner))

    @cached_property
    def declarations(self) -> dict[str, list[tuple[Spot, Value, Span]]]:
        """Decorators without a call, base classes, classes handed over as middleware, and attributes of modules that are set: by last name.

        Those alone that prove something, by their last names.
        """
        found: dict[str, list[tuple[Spot, Value, Span]]] = {}
        for spot, value, span in self.declared_things(self.tails):
            found.setdefault(last_name(value), []).append((spot, value, span))
        return found

    @cached_property
    def tails(self) -> frozenset[str]:
        """Last names of everything whose use proves some practice."""
        proofs = (proof for library in self.project.knowledge.libraries for proof in library.evidence)
        return frozenset(tail for proof in proofs for tail in tails_of(proof.calls, self.project.knowledge.plain))

    def declared_things(self, tails: frozenset[str]) -> Iterator[tuple[Spot, Value, Span]]:
        """Such declarations with one of some last names, one after another."""
        for path in self.project.vocabulary.files_with(tails):
            facts = self.project.python[path]
            for scope in facts.scopes:
                declared = [value for value in (*scope.decorators, *scope.bases) if last_name(value) in tails]
                yield from ((Spot(path, scope.parent, scope.block, END), value, scope.span) for value in declared)
            for index, step in enumerate(facts.steps):
                target = step.target if step.kind == "bind" and isinstance(step.target, Ref) and "." in step.target.name else None
                if target is not None and last_name(target) in tails and step.value not in NOTHING:
                    yield Spot(path, step.scope, step.block, index), target, step.span
        for ref, call in calls_written(self.project.resolver, HANDED_CLASSES):
            yield from ((self.project.resolver.spot(ref), value, call.span) for value in call.args if isinstance(value, Ref))

    def acting_imports(self, practice: str) -> Iterator[Evidence]:
        """Imports that do their work by themselves."""
        wanted = self.wanted(practice, lambda proof: proof.imports)
        for root in sorted({root_of(name) for name in wanted}):
            for path, imported in self.imports.get(root, ()):
                names = {imported.module, f"{imported.module}.{imported.name}"}
                hit = next((name for name in wanted if name in names or imported.module.startswith(f"{name}.")), None)
                if hit and self.counts(practice, path):
                    span = Span(imported.line, 0, imported.line, 0)
                    yield Evidence(practice, path, span, f"`{hit}` is imported, which acts by itself", wanted[hit])

    @cached_property
    def imports(self) -> dict[str, list[tuple[str, Import]]]:
        """Imports from outside, each with its file, by the first part of the module."""
        found: dict[str, list[tuple[str, Import]]] = {}
        for path, facts in self.project.python.items():
            for imported in facts.imports:
                if not imported.level:
                    found.setdefault(root_of(imported.module), []).append((path, imported))
        return found

    # in settings, files and commands

    def switches(self, practice: str) -> Iterator[Evidence]:
        """Environment variables that are set, in code or in settings."""
        wanted = self.wanted(practice, lambda proof: proof.env)
        for name, path, span, value in self.environment if wanted else ():
            if name in wanted and not is_off(value) and self.project.role(path) not in NEVER | {"test"} and "test" not in basename(path):
                yield Evidence(practice, path, span, f"`{name}` is set", wanted[name])

    @cached_property
    def environment(self) -> list[tuple[str, str, Span, str]]:
        """Variables of the environment that something sets: (name, path, span, value)."""
        found = [(name, path, span, value) for path, facts in self.project.python.items() for name, span, value in set_in_code(facts)]
        for path, file in self.project.files.items():
            found += [(name, path, setting.span, value) for setting, name, value in set_in_settings(file.settings)]
        return found

    def configured(self, practice: str) -> Iterator[Evidence]:
        """Keys of settings files."""
        wanted = {tuple(key.split(".")): library for key, library in self.wanted(practice, lambda proof: proof.settings).items()}
        heads = {key[0] for key in wanted}
        for path, file in self.project.files.items() if wanted else ():
            for setting in file.settings:
                if heads.isdisjoint(setting.key):
                    continue
                key = tuple(part for part in setting.key if not part.isdigit())
                hit = next((name for name in wanted if contains(key, name)), None)
                if hit and not is_off(setting.raw) and self.project.role(path) not in NEVER:
                    yield Evidence(practice, path, setting.span, f"`{'.'.join(hit)}` is configured", wanted[hit])

    def commands(self, practice: str) -> Iterator[Evidence]:
        """Command lines of pipelines, task files, scripts and containers."""
        wanted = self.wanted(practice, lambda proof: proof.commands)
        for path, file in self.project.files.items() if wanted else ():
            for command in file.commands:
                hit = next((name for line in command_lines(command.text) for name in wanted if begins_with(line, name)), None)
                if hit:
                    within = working_in(self.project, path, command) if command.source == "ci" else ""
                    yield Evidence(practice, path, command.span, f"`{hit}` is run", wanted[hit], within)

    def files(self, practice: str) -> Iterator[Evidence]:
        """Configuration files by git-ignore pattern."""
        from pathspec import GitIgnoreSpec

        for library, proof in self.project.knowledge.proofs(practice):
            for path in GitIgnoreSpec.from_lines(proof.files).match_files(self.project.paths) if proof.files else ():
                if self.project.role(path) not in NEVER:
                    yield Evidence(practice, path, TOP, f"`{path}` configures {library.library}", library.library)

    def declared(self, practice: str) -> Iterator[Evidence]:
        """Resources that infrastructure files declare."""
        wanted = self.wanted(practice, lambda proof: proof.resources)
        for found in resources(self.project) if wanted else ():
            if found.kind in wanted and self.project.role(found.place.path) not in NEVER:
                yield Evidence(practice, found.place.path, found.place.span, f"`{found.kind}` is declared", wanted[found.kind])


def root_of(module: str) -> str:
    """The first part of a module's name."""
    return module.partition(".")[0]


def tails_of(origins: Iterable[str], plain: Callable[[str], str]) -> set[str]:
    """The last names of some origins, as they are written and as the tables have them."""
    return {name.rpartition(".")[2] for origin in origins for name in (origin, plain(origin))}


def contains(key: tuple[str, ...], part: tuple[str, ...]) -> bool:
    """Whether one path has the other as a stretch of itself."""
    return any(key[start : start + len(part)] == part for start in range(len(key) - len(part) + 1))
