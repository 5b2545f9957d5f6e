"""Where the code and its settings write the ids of models."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ailint.checks.clients import Use
from ailint.checks.models_called import Provider, provider_of
from ailint.checks.only_compared import is_only_compared
from ailint.checks.values import parts_of
from ailint.facts import CallResult, Choice, Literal, Mapping, Place, Ref
from ailint.project.bindings import tail
from ailint.project.things import CallRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Parameter, PythonFacts, Span, Step, Value
    from ailint.knowledge.tables import Model
    from ailint.project import Project
    from ailint.project.sites import Site

CALLS = ("llm", "embed", "agent", "rerank", "moderation", "realtime")
ELSEWHERE = "elsewhere"
NAME = re.compile(r"(^|_)(models?_?(name|id)?|llm|engine)($|_(name|id|default)$)", re.IGNORECASE)
ASIDE = re.compile(r"azure|deploy|tokeni[sz]er", re.IGNORECASE)  # names of deployments, and of models whose tokens are only counted
JUDGE = re.compile(r"judge|grader|evaluat|scor(er|ing)|rater", re.IGNORECASE)
TABLES = re.compile(r"price|pricing|cost|token|context|window|limit|dimension", re.IGNORECASE)
COUNTING = re.compile(r"token|encod|price|cost|count|get_model|register|supports?_", re.IGNORECASE)
SETTINGS = frozenset({"yaml", "toml", "env"})
SETTLING = frozenset({Literal, Choice, CallResult})  # what may be an id, or a look-up with one for its default
ANSWER = frozenset({"choices", "object", "created", "system_fingerprint"})
DOCUMENTED = re.compile(r"examples?$|schema_extra$", re.IGNORECASE)
SAMPLE = re.compile(r"example|sample|template|\.dist$", re.IGNORECASE)


@dataclass(slots=True)
class Written:
    """A model id where it is written, and what it stands for. `names` are what it is called there; `uses` the calls that it reaches."""

    text: str
    place: Place
    model: Model | None
    behind_gateway: bool = False
    names: set[str] = field(default_factory=set)
    uses: list[Place] = field(default_factory=list)

    @property
    def judges(self) -> bool:
        """Whether its name says that the model judges others."""
        return any(JUDGE.search(name) for name in (*self.names, self.place.symbol))


class Names:
    """Collects the ids that reach a model call, and those that a setting or default names though the call is out of sight."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self.found: dict[tuple[str, Span], Written] = {}
        self.exempt: set[tuple[str, Span]] = set()

    def collect(self) -> list[Written]:
        """Every id once, in the order of files and lines; ids of deployments and of unknown addresses are left out."""
        for site in self.project.calls(*CALLS):
            if site.meaning.arguments.get("model"):
                self.reaching(site)
        for path in self.project.vocabulary.files_matching(NAME):
            facts = self.project.python[path]
            for name, value in settled(self.project, path, facts):
                self.named(path, facts, name, value)
        for path, file in self.project.files.items():
            if file.format in SETTINGS and not SAMPLE.search(path):
                self.configured(path)
        found = (written for key, written in self.found.items() if key not in self.exempt or written.uses)
        return sorted(found, key=lambda written: (written.place.path, written.place.span.line, written.place.span.column))

    def reaching(self, site: Site) -> None:
        """The ids that a call, through any of the clients behind it, may be given."""
        for meaning, thing in ((site.meaning, site.thing), *site.others):
            provider = provider_of(self.project, Use(site, meaning, thing))
            for spelling in meaning.arguments.get("model", ()):
                for value, spot in self.project.arguments.values(site.ref, spelling, meaning.positional):
                    for trace in self.project.flow.texts(value, spot):
                        if isinstance(trace.value, Literal) and isinstance(trace.value.value, str):
                            self.put(trace.value.value, trace.place, provider, site.place)

    def put(self, text: str, place: Place, provider: Provider, use: Place) -> None:
        """Note an id that a call may run; one that means nothing to the provider is there for another."""
        key = place.path, place.span
        name = provider.name or provider.likely
        if name == ELSEWHERE or not (provider.certain or name):
            self.exempt.add(key)
            return
        model = self.project.models.find(text, "" if provider.gateway else name)
        written = self.found.setdefault(key, Written(text, place, model))
        written.model = written.model or model
        written.behind_gateway = written.behind_gateway or provider.gateway is not None
        if model is not None and use not in written.uses:
            written.uses.append(use)

    def named(self, path: str, facts: PythonFacts, name: str, value: Value) -> None:
        """An id under a name that says it is a model's: a setting, a default, a keyword."""
        for part in alternatives(value):
            if isinstance(part, Literal) and isinstance(part.value, str) and part.span is not None:
                key = path, part.span
                if ASIDE.search(name):
                    self.exempt.add(key)
                elif key in self.found:
                    self.found[key].names.add(name)
                elif (model := self.project.models.find(part.value)) is not None:
                    self.found[key] = Written(part.value, Place(path, part.span, symbol_at(facts, part.span)), model, names={name})

    def configured(self, path: str) -> None:
        """Ids that settings files give under such a name."""
        for setting in self.project.files[path].settings:
            name = setting.key[-1]
            if not isinstance(setting.value, str) or not NAME.search(name) or any(ASIDE.search(part) for part in setting.key):
                continue
            model = self.project.models.find(setting.value)
            if model is not None:
                self.found[path, setting.span] = Written(setting.value, Place(path, setting.span), model, names={name})


def symbol_at(facts: PythonFacts, span: Span) -> str:
    """The innermost function or class around a line."""
    around = [scope for scope in facts.scopes[1:] if scope.span.line <= span.line <= scope.span.end_line]
    return max(around, key=lambda scope: scope.span.line).symbol if around else ""


def settled(project: Project, path: str, facts: PythonFacts) -> Iterator[tuple[str, Value]]:
    """Names that say they are a model's, with the values they are given by default or once and for all."""
    known = project.vocabulary.matching(NAME)
    for step in facts.steps:
        value = step.value if type(step.value) in SETTLING and step.kind == "bind" else None
        if value is not None and isinstance(step.target, Ref) and tail(step.target) in known:
            if lasts(step, facts) and not is_measure(project, tail(step.target), value):
                yield tail(step.target), value
            yield from ((tail(step.target), default) for default in defaults(project, path, value))
    for index, scope in enumerate(facts.scopes):
        named = [(parameter, parameter.default) for parameter in scope.parameters if parameter.default is not None and parameter.name in known]
        for parameter, default in named if named and not COUNTING.search(scope.name) else ():
            if may_be_left_out(project, path, index, parameter):
                yield parameter.name, default
    for site in project.calls_in(path, "env.read"):
        yield from looked_up(project, site)
    for index, call in enumerate(facts.calls):
        given = [(name, value) for name, value in call.keywords if name in known] if call.keywords else []
        if given and is_unknown(project, CallRef(path, index)):
            yield from given
    yield from in_dictionaries(project, path, facts)


def lasts(step: Step, facts: PythonFacts) -> bool:
    """Whether a name outlives its function, is put where one does, or is what is left if no other is given: `model or "default"`."""
    local = facts.scopes[step.scope].kind in {"function", "lambda"} and isinstance(step.target, Ref) and "." not in step.target.name
    return not local or isinstance(step.value, Choice) or any(is_put_away(step, other) for other in facts.steps if other.scope == step.scope)


def is_measure(project: Project, name: str, value: Value) -> bool:
    """Whether a constant that holds a model's id is there for others to be compared with it: `if model == LEGACY_MODEL`."""
    is_id = name.isupper() and isinstance(value, Literal) and project.models.find(str(value.value)) is not None
    return is_id and is_only_compared(project, name)


def is_put_away(step: Step, later: Step) -> bool:
    """Whether a later statement puts what one binds into a model's attribute: `self.llm.model_name = fallback`."""
    if not (isinstance(later.target, Ref) and isinstance(later.value, Ref) and isinstance(step.target, Ref)):
        return False
    return later.value.name == step.target.name and "." in later.target.name and bool(NAME.search(tail(later.target)))


def may_be_left_out(project: Project, path: str, index: int, parameter: Parameter) -> bool:
    """Whether some caller of a function, seen or not, relies on a default."""
    scope = project.python[path].scopes[index]
    callers = project.resolver.callers(path, index)
    return not callers or any(project.resolver.handed(ref, scope, parameter) is None for ref in callers)


def defaults(project: Project, path: str, value: Value) -> Iterator[Value]:
    """The default of a declared field or of a look-up in the environment."""
    for part in alternatives(value):
        index = getattr(part, "call", None)
        site = project.sites.at(CallRef(path, index)) if isinstance(index, int) else None
        if site is not None and site.role in {"settings.field", "env.read"}:
            default = project.given(site, "default")
            yield from () if default is None else (default,)


def is_unknown(project: Project, ref: CallRef) -> bool:
    """Whether nobody knows what a call does, and its name does not say that it only counts or looks up."""
    return not COUNTING.search(project.resolver.call(ref).name) and project.sites.at(ref) is None


def looked_up(project: Project, site: Site) -> Iterator[tuple[str, Value]]:
    """The default of a variable of the environment that names a model."""
    name, default = project.given(site, "name"), project.given(site, "default")
    if isinstance(name, Literal) and default is not None and NAME.search(str(name.value)):
        yield str(name.value), default


def keyed(value: Mapping) -> Iterator[tuple[str, Value]]:
    """Entries of dictionaries that hold the settings of a call rather than a row of a table."""
    keys = [str(key.value) for key, _ in value.entries if isinstance(key, Literal)]
    if any((TABLES.search(key) and not key.startswith("max_")) or key in ANSWER for key in keys):
        return
    yield from ((str(key.value), item) for key, item in value.entries if isinstance(key, Literal) and NAME.search(str(key.value)))


def in_dictionaries(project: Project, path: str, facts: PythonFacts) -> Iterator[tuple[str, Value]]:
    """The entries of every dictionary display of a file but those in the documentation of an interface."""
    found = [(value, entry) for value, _ in project.resolver.bindings(path).mappings for entry in keyed(value)]
    aside = {id(part) for value in documentation(facts) for part in parts_of(value)} if found else ()
    yield from (entry for value, entry in found if id(value) not in aside)


def documentation(facts: PythonFacts) -> Iterator[Value]:
    """What a file gives as examples of an interface, by the names that it is given under."""
    for step in facts.steps:
        if step.value is not None and isinstance(step.target, Ref) and DOCUMENTED.search(step.target.name):
            yield step.value
    for call in facts.calls:
        yield from (value for name, value in call.keywords if DOCUMENTED.search(name))


def alternatives(value: Value) -> Iterator[Value]:
    """What a value may be: `given or "default"` is either."""
    if isinstance(value, Choice):
        for option in value.options:
            yield from alternatives(option)
    else:
        yield value
