"""The models that a project chooses, each where it is chosen, with the calls that get it."""

from __future__ import annotations

import re
from posixpath import basename
from typing import TYPE_CHECKING

from ailint.checks.model_names import Names
from ailint.facts import Literal
from ailint.inventory.naming import counts, one_line, sites
from ailint.inventory.records import Model, Place
from ailint.project.arguments import Given
from ailint.project.things import Data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.sites import Site

RUN_MODELS = ("llm", "embed", "agent", "rerank", "moderation", "realtime", "model.load")
MADE = ("llm.client", "embed.client", "agent.define")
SETTINGS = frozenset({"yaml", "toml", "json", "env"})
MODEL_KEY = re.compile(r"model|llm|engine|provider", re.IGNORECASE)
SAMPLE = re.compile(r"example|sample|template|\.dist$", re.IGNORECASE)

Where = tuple[str, str, int]


def models(project: Project) -> Iterator[Model]:
    """Every model, those that calls get first."""
    yield from called(project)
    yield from defaults(project)
    yield from configured(project)
    yield from written(project)


def called(project: Project) -> Iterator[Model]:
    """The ids that a call may run, where they are written."""
    uses: dict[Where, list[Site]] = {}
    for site in sites(project, *RUN_MODELS):
        for where in dict.fromkeys((*traced(project, site), *given(project, site))):
            uses.setdefault(where, []).append(site)
    for (name, path, line), users in uses.items():
        if name.strip() and counts(project, path):
            places = tuple(sorted({Place(user.path, user.call.span.line) for user in users}))
            yield described(project, (name, path, line), project.models.provider_of(users[0].thing.origin), places)


def traced(project: Project, site: Site) -> Iterator[Where]:
    """The texts that reach a call as its model, through whatever functions."""
    for spelling in site.meaning.arguments.get("model", ()):
        for value, spot in project.arguments.values(site.ref, spelling, site.meaning.positional):
            for trace in project.flow.texts(value, spot):
                if isinstance(trace.value, Literal) and isinstance(trace.value.value, str):
                    yield trace.value.value, trace.place.path, trace.place.span.line


def given(project: Project, site: Site) -> Iterator[Where]:
    """The constants that are a call's or its client's model, defaults of variables of the environment included."""
    for _, argument in project.every_argument(site, "model"):
        for thing in argument.things:
            if isinstance(thing, Data) and isinstance(thing.value, Literal) and isinstance(thing.value.value, str) and thing.value.span is not None:
                yield thing.value.value, thing.spot.path, thing.value.span.line


def defaults(project: Project) -> Iterator[Model]:
    """The models that a library chooses, since nobody else does."""
    for site in sites(project, *MADE):
        argument = project.argument(site, "model") if site.is_constructor else None
        if argument is not None and argument.given is Given.DEFAULT and isinstance(argument.default, str):
            where, place = (argument.default, site.path, site.call.span.line), Place(site.path, site.call.span.line)
            provider = project.models.provider_of(site.thing.origin)
            yield described(project, where, provider, (place,), site.meaning.library)


def configured(project: Project) -> Iterator[Model]:
    """The ids in settings files that the tables know."""
    for path, file in project.files.items():
        if file.format in SETTINGS and counts(project, path) and not SAMPLE.search(basename(path)):
            for setting in file.settings:
                key = next((part for part in reversed(setting.key) if not part.isdigit()), "")
                if isinstance(setting.value, str) and MODEL_KEY.search(key) and project.models.find(setting.value) is not None:
                    yield described(project, (setting.value, path, setting.span.line), "")


def written(project: Project) -> Iterator[Model]:
    """The ids that are written to be used, whatever gets them in the end."""
    for one in project.shared("model names", Names(project).collect):
        if one.model is not None and counts(project, one.place.path):
            yield described(project, (one.text, one.place.path, one.place.span.line), "")


def described(project: Project, where: Where, provider: str, used_at: tuple[Place, ...] = (), library: str | None = None) -> Model:
    """A model with what the tables say of it; `library` is the one whose default it is."""
    name, path, line = where
    found = (project.models.find(name, provider) if provider in project.models.by_provider else None) or project.models.find(name)
    return Model(
        name=one_line(name),
        path=path,
        line=line,
        chosen="library" if library else "settings" if project.files[path].format in SETTINGS else "code",
        library=library,
        provider=found.provider if found is not None else None,
        type=found.type if found is not None else None,
        kind=found.kind if found is not None else None,
        shutdown=found.shutdown.isoformat() if found is not None and found.shutdown is not None else None,
        used_at=used_at,
    )
