"""The project: the only thing a check sees."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, TypeVar, cast

from ailint.facts import CallResult, FileFacts, Place, PythonFacts, Span, Value
from ailint.knowledge.flow import load_flow
from ailint.knowledge.hosts import load_hosts
from ailint.knowledge.models import Models, load_all_models
from ailint.project.arguments import Argument, Arguments
from ailint.project.evidence import Evidence, Gatherer
from ailint.project.flow import Flow
from ailint.project.handlers import Outside, handlers
from ailint.project.iteration import receiver
from ailint.project.profile import Profile, SubProject, profile
from ailint.project.prompts import Prompt, prompts
from ailint.project.raw_http import RawHttp
from ailint.project.reaching import Reaching
from ailint.project.resolve import Resolver
from ailint.project.sites import Site, Sites
from ailint.project.text import Texts
from ailint.project.things import CallRef, External, Function, Spot, Things
from ailint.project.tools import tool_functions
from ailint.project.usage import counted_by_hand, counted_calls
from ailint.project.versions import Versions
from ailint.project.vocabulary import Vocabulary
from ailint.read.modules import Modules

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from pathlib import Path

    from ailint.config import Config
    from ailint.knowledge import Knowledge, Meaning
    from ailint.project.base import Base

T = TypeVar("T")
RECEIVER = "self"


class Project:
    """A repository's facts, linked: what calls mean, where values come from, what each sub-project is."""

    def __init__(  # noqa: PLR0913 -- what a project is made of
        self, root: Path, files: Iterable[FileFacts], config: Config, paths: tuple[str, ...], knowledge: Knowledge, *, base: Base | None = None
    ) -> None:
        self.base: Base | None = base
        self.root = root
        self.config = config
        self.knowledge = knowledge
        self.files = {facts.path: facts for facts in files}
        self.paths = paths
        self.python: dict[str, PythonFacts] = {path: facts.python for path, facts in self.files.items() if facts.python is not None}
        self.resolver = Resolver(self.python, Modules(paths, knowledge.ai_roots), knowledge)
        self.words = load_flow()
        self.arguments = Arguments(self.resolver, knowledge, self.words.serialisers, self.choose)
        self.texts = Texts(self.resolver)
        self.sites = Sites(self.resolver, knowledge, self.choose, RawHttp(load_hosts(), self.arguments, self.texts))
        self.vocabulary = Vocabulary(self.python)
        self._shared: dict[str, object] = {}
        self._by_file: dict[str, dict[str, list[Site]]] = {}
        self._wrappers: dict[CallRef, bool] = {}

    # what there is

    @cached_property
    def _profile(self) -> Profile:
        return profile(self.paths, self.files, self.config, self.knowledge, self.resolver.modules)

    @property
    def subprojects(self) -> tuple[SubProject, ...]:
        """The projects of the repository, the root's first."""
        return self._profile.subprojects

    def subproject_of(self, path: str) -> SubProject:
        """The sub-project a file belongs to."""
        return self._owners.get(path, self.subprojects[0])

    @cached_property
    def _owners(self) -> dict[str, SubProject]:
        return {path: subproject for subproject in self.subprojects for path in subproject.files}

    def role(self, path: str) -> str:
        """What a file is for: app, test, eval, example, notebook, migration, script, generated, vendored."""
        return self._profile.roles.of(path)

    def has(self, need: str, subproject: SubProject) -> bool:
        """Whether a sub-project has a fact of the `needs` vocabulary."""
        from ailint.project.needs import has_need

        return has_need(self, need, subproject)

    def evidence(self, practice: str, subproject: SubProject) -> tuple[Evidence, ...]:
        """What proves that a sub-project has a practice; empty where nothing does."""
        return self._gatherer.of(practice, subproject)

    @property
    def practices(self) -> frozenset[str]:
        """The practices that tables prove, and those that checks have asked for."""
        return self._gatherer.practices

    @cached_property
    def _gatherer(self) -> Gatherer:
        return Gatherer(self)

    # calls and values

    @cached_property
    def reaching(self) -> Reaching:
        """Which calls come to a model."""
        return Reaching(self.resolver, self.sites)

    def calls(self, *roles: str) -> Iterator[Site]:
        """Every call with one of the roles, in order."""
        return self.sites.of(*roles)

    def shared(self, name: str, make: Callable[[], T]) -> T:
        """What several checks of one run work out together, once."""
        if name not in self._shared:
            self._shared[name] = make()
        return cast("T", self._shared[name])

    def calls_in(self, path: str, *roles: str) -> Iterator[Site]:
        """Calls of one file with one of the roles."""
        for role in roles:
            if role not in self._by_file:
                self._by_file[role] = {}
                for site in self.calls(role):
                    self._by_file[role].setdefault(site.path, []).append(site)
            yield from self._by_file[role].get(path, ())

    def site(self, path: str, call: int) -> Site | None:
        """The meaning of one call of a file, if it is known."""
        return self.sites.at(CallRef(path, call))

    def argument(self, site: Site, name: str) -> Argument:
        """The effective argument of a call, under our name for it."""
        return self.arguments.effective(site.ref, site.meaning, site.thing, name)

    def every_argument(self, site: Site, name: str) -> Iterator[tuple[External, Argument]]:
        """The effective argument for each thing that the call may call: several clients may stand behind one name."""
        for meaning, thing in ((site.meaning, site.thing), *site.others):
            yield thing, self.arguments.effective(site.ref, meaning, thing, name)

    def written(self, site: Site, name: str) -> Argument | None:
        """The argument as this very call gives it, None where it does not."""
        return self.arguments.at(site.ref, site.meaning.arguments.get(name, ()), site.meaning.positional)

    def given(self, site: Site, name: str) -> Value | None:
        """The value of an argument as written at the call, None where the call leaves it out or hides it in a spread."""
        return next(self.all_given(site, name), None)

    @staticmethod
    def all_given(site: Site, name: str) -> Iterator[Value]:
        """Every value that a call is given for an argument, which may have several spellings (`src`, `dst`); `self` is the object before the dot."""
        for spelling in site.meaning.arguments.get(name, ()):
            owner, _ = receiver(site.call)
            if spelling == RECEIVER and owner is not None:
                yield owner
            yield from (value for keyword, value in site.call.keywords if keyword == spelling)
            if spelling in site.meaning.positional:
                yield from site.call.args[site.meaning.positional.index(spelling) :][:1]

    def returns_model_output(self, ref: CallRef) -> bool:
        """Whether a call gives back what a model said: a wrapper is a model call to its callers."""
        if ref not in self._wrappers:
            self._wrappers[ref] = bool(self.flow.model_output(CallResult(ref.index), self.resolver.spot(ref)))
        return self._wrappers[ref]

    def asks_model(self, function: Function) -> bool:
        """Whether a function's own body holds a model call."""
        return (function.path, function.scope) in self._asking

    @cached_property
    def _asking(self) -> frozenset[tuple[str, int]]:
        return frozenset((site.path, site.call.scope) for site in self.calls("llm.chat", "agent.run"))

    def maker_asks(self, maker: CallRef) -> bool:
        """Whether one of the calls that made a client asks for structured output: `with_structured_output(…)`."""
        meaning = self.arguments.maker_meaning(maker)
        return meaning is not None and (
            meaning.structured or self.arguments.at(maker, meaning.arguments.get("schema", ()), meaning.positional) is not None
        )

    def things(self, value: Value, spot: Spot) -> Things:
        """What a value stands for, wherever it was written."""
        return self.resolver.things(value, spot)

    def choose(self, path: str, meanings: Sequence[Meaning]) -> Meaning:
        """The meaning that holds for the versions of the file's sub-project."""
        return meanings[0] if len(meanings) == 1 else self.versions(self.subproject_of(path)).choose(meanings)

    def versions(self, subproject: SubProject) -> Versions:
        """The libraries' versions that a sub-project may run with."""
        if subproject.path not in self._versions:
            dependencies = [d for path in subproject.files if path in self.files for d in self.files[path].dependencies]
            self._versions[subproject.path] = Versions(dependencies, self.knowledge)
        return self._versions[subproject.path]

    @cached_property
    def _versions(self) -> dict[str, Versions]:
        return {}

    @cached_property
    def prompts(self) -> tuple[Prompt, ...]:
        """Every text of the code that reaches a model."""
        return prompts(self)

    @cached_property
    def counted_calls(self) -> frozenset[CallRef]:
        """Model calls whose token counts are read somewhere."""
        return counted_calls(self)

    @cached_property
    def calls_counted_by_hand(self) -> frozenset[CallRef]:
        """Model calls whose tokens the project counts from their text."""
        return counted_by_hand(self)

    @cached_property
    def models(self) -> Models:
        """What model ids stand for."""
        return load_all_models()

    @property
    def unfollowed(self) -> set[tuple[str, int]]:
        """Where the search for a value's sources was cut short: file and line. Empty before anything was asked."""
        if "flow" not in self.__dict__:
            return set()
        spots = self.flow.bounds_reached
        return {(spot.path, self.python[spot.path].steps[spot.at].span.line) for spot in spots if spot.at < len(self.python[spot.path].steps)}

    @cached_property
    def flow(self) -> Flow:
        """Where values come from."""
        outside = Outside(tool_functions(self.resolver, self.sites), handlers(self.resolver, self.sites, self.words.events))
        return Flow(self.resolver, self.arguments, self.sites, self.words, outside)

    @staticmethod
    def manifest(subproject: SubProject) -> Place:
        """Where findings about a whole sub-project stand."""
        return Place(subproject.manifest, Span(1, 0, 1, 0))
