"""Corpora that are indexed by the process that answers users."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.existing import only_where_missing
from ailint.checks.repetition import Repetition
from ailint.checks.tryouts import is_program_part
from ailint.facts import CallResult, Collection, Literal, Place, Related, Verdict, satisfied, unknown, violated
from ailint.project.bindings import tail
from ailint.project.makers import makers_of
from ailint.project.text import HOLE
from ailint.project.things import Function, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Call, Scope, Value
    from ailint.project import Project
    from ailint.project.sites import Site

SERVING = ("route", "ui.chat", "ui.input", "ui.callback")
STARTING = frozenset({"lifespan", "on_startup", "startup"})
EVENT = "startup"
ON_PURPOSE = re.compile(r"ingest|index|rebuild|re_?load|refresh|upload|sync|import|embed|admin|train", re.IGNORECASE)
HANDED_IN = re.compile(r"upload|te?mp\b|temp_", re.IGNORECASE)
WRITING = frozenset({"write_bytes", "write_text", "copyfileobj", "NamedTemporaryFile", "mkdtemp", "TemporaryDirectory", "getbuffer", "urlretrieve"})
CONTENT = ("documents", "texts")
DEEPEST = 4


def ingest_at_startup(project: Project) -> Iterator[Verdict]:
    """A corpus of files is embedded by a job of its own, not where the application starts or answers."""
    serving = Serving(project)
    for site in project.calls("vector.write"):
        read = corpus(project, site)
        why = serving.runs(site.path, site.call.scope, site.call.block) if read else None
        if why is None or not read:
            continue
        if only_where_missing(project, site.spot):
            yield satisfied(site.place, "indexed only where no index is there")
        elif ON_PURPOSE.search(why.place.symbol) and "start" not in why.message:
            yield unknown(site.place, "indexed when somebody asks for it")
        else:
            related = (Related(read.place, "read here"), why)
            yield violated(site.place, f"The corpus is embedded and indexed inside the serving process: {why.message}", related=related)


def corpus(project: Project, site: Site) -> Site | None:
    """The call that reads what is stored, from a place that the code or its settings name."""
    values = (value for name in CONTENT if (value := project.given(site, name)) is not None)
    loads = (load for value in values for load in makers_of(project, value, site.spot, "document.load"))
    return next((load for load in loads if is_fixed(project, load)), None)


def is_fixed(project: Project, load: Site) -> bool:
    """Whether a loader reads from a fixed place, by its own arguments or by those of what made it."""
    refs = (*load.thing.makers, load.ref)
    calls = [(project.resolver.call(ref), project.resolver.spot(ref)) for ref in refs]
    given = [(value, spot) for call, spot in calls for value in (*call.args, *(value for _, value in call.keywords))][:1]
    return any(is_corpus(project.texts.flat(value, spot)) for value, spot in given) and not writes_files(project, load)


def is_corpus(text: str) -> bool:
    """Whether a text names a place once and for all, and not one for what users hand in."""
    return bool(text) and HOLE not in text and not HANDED_IN.search(text)


def writes_files(project: Project, load: Site) -> bool:
    """Whether a function that loads a file, or the module around it, writes one: what is loaded is what a user has sent."""
    calls = (call for call in project.python[load.path].calls if call.scope in {load.call.scope, 0})
    return any(call.name in WRITING or is_opened_to_write(call) for call in calls)


def is_opened_to_write(call: Call) -> bool:
    """Whether a call opens a file for writing."""
    modes = (*call.args[1:2], *(value for name, value in call.keywords if name == "mode"))
    return call.name == "open" and any(isinstance(mode, Literal) and str(mode.value).startswith("w") for mode in modes)


class Serving:
    """Tells whether, and why, code runs in a process that serves users."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.repetition = Repetition(project)
        self.interfaces = {site.path for site in project.calls(*SERVING)}
        self.starters = {(one.path, one.scope) for one in starters(project)}

    def runs(self, path: str, index: int, block: int, depth: int = 0) -> Related | None:
        """What has a stretch of code run there, as a place: the module of an interface, a hook of its start, a handler."""
        facts = self.project.python[path]
        scope = facts.scopes[index]
        place = Place(path, scope.span, scope.symbol)
        if scope.kind == "module":
            is_served = path in self.interfaces and not is_program_part(self.project, path, block)
            return Related(place, "this module is run whenever the application starts") if is_served else None
        if self.repetition.cached(path, scope) or depth > DEEPEST:
            return None
        if (path, index) in self.starters or is_starter(self.project, path, scope):
            return Related(place, f"`{scope.name}` runs at each start")
        direct = self.repetition.of_function(path, index, DEEPEST)
        if direct:
            return direct[0]
        refs = self.project.resolver.callers(path, index) or ()
        calls = ((ref.path, self.project.resolver.call(ref)) for ref in refs if self.project.role(ref.path) in {"app", "script"})
        found = (self.runs(where, call.scope, call.block, depth + 1) for where, call in calls)
        return next((why for why in found if why is not None), None)


def starters(project: Project) -> Iterator[Function]:
    """Functions that are handed over to be run at the start: `FastAPI(lifespan=…)`, `on_startup=[…]`."""
    for path in project.vocabulary.files_with(STARTING):
        for call in project.python[path].calls:
            values: list[Value] = [value for name, value in call.keywords if name in STARTING]
            for value in values:
                for part in value.items if isinstance(value, Collection) else (value,):
                    things = project.things(part, Spot(path, call.scope, call.block, call.step))
                    yield from (thing for thing in things if isinstance(thing, Function))


def is_starter(project: Project, path: str, scope: Scope) -> bool:
    """Whether a function is a hook of the start: decorated as one, or the `ready` of an application's configuration."""
    facts = project.python[path]
    for decorator in scope.decorators:
        if isinstance(decorator, CallResult):
            arguments = facts.calls[decorator.call].args
            if any(isinstance(value, Literal) and value.value == EVENT for value in arguments):
                return True
    parent = facts.scopes[scope.parent]
    return scope.name == "ready" and parent.kind == "class" and any(tail(base) == "AppConfig" for base in parent.bases)
