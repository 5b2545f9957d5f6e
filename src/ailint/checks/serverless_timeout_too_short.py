"""Functions that the platform stops before a model has answered."""

from __future__ import annotations

from posixpath import dirname, normpath
from typing import TYPE_CHECKING, NamedTuple

from ailint.checks.reach import reach_of
from ailint.facts import Place, Related, Verdict, satisfied, unknown, violated
from ailint.knowledge.cloud import ServerlessFunction, load_cloud
from ailint.project.resources import Resource, resources
from ailint.project.sections import documents, is_open_ended

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Setting
    from ailint.project import Project

SHORTEST = 29  # seconds: what a gateway in front of the function allows at most


class Handler(NamedTuple):
    """The function of the code that the platform calls: its file and its scope there."""

    path: str
    scope: int


def serverless_timeout_too_short(project: Project) -> Iterator[Verdict]:
    """Every function of a platform that waits for a model may run for as long as models take."""
    kinds = {kind: function for function in load_cloud().functions for kind in function.kinds}
    reach = reach_of(project, "llm.chat", "agent.run")
    for resource in resources(project):
        function = kinds.get(resource.kind)
        handler = _handler(project, resource, function) if function is not None else None
        if function is not None and handler is not None and reach.function(*handler):
            yield _judged(project, resource, function, handler)


def _judged(project: Project, resource: Resource, function: ServerlessFunction, handler: Handler) -> Verdict:
    limit = resource.section.find(*function.timeout) or _shared(project, resource, function.shared)
    scope = project.python[handler.path].scopes[handler.scope]
    related = (Related(Place(handler.path, scope.span), "this waits for a model"),)
    if limit is None and function.unset >= SHORTEST:
        return satisfied(resource.place, f"it may run for {function.unset} s")
    if limit is None:
        words = f"No limit is set, so the function is stopped after {function.unset} s, while `{scope.name}` waits for a model"
        return violated(resource.place, words, related=related)
    seconds = _seconds(limit)
    if seconds is None:
        return unknown(resource.place, "the limit comes from outside the resource")
    if seconds >= SHORTEST:
        return satisfied(resource.place, f"it may run for {seconds} s")
    place = Place(resource.section.path, limit.span)
    return violated(place, f"The function is stopped after {seconds} s, while `{scope.name}` waits for a model", related=related)


def _seconds(limit: Setting) -> int | None:
    text = limit.raw.removesuffix("s")
    return int(text) if text.isdecimal() and not is_open_ended(limit) else None


def _shared(project: Project, resource: Resource, path: tuple[str, ...]) -> Setting | None:
    """What the file sets for all of its functions."""
    if not path:
        return None
    return next((found for section in documents(project.files[resource.section.path]) if (found := section.find(*path))), None)


def _handler(project: Project, resource: Resource, function: ServerlessFunction) -> Handler | None:
    """The function that is called, where the text of the handler leads to one function of the project."""
    setting = resource.section.find(*(function.handler or function.entry)) or _shared(project, resource, function.shared_handler)
    if setting is None or is_open_ended(setting):
        return None
    module, _, name = setting.raw.rpartition(".") if function.handler else (function.module, "", setting.raw)
    path = _module(project, resource, function, module.replace(".", "/"))
    if path is None:
        return None
    scopes = enumerate(project.python[path].scopes)
    return next((Handler(path, index) for index, scope in scopes if scope.kind == "function" and scope.parent == 0 and scope.name == name), None)


def _module(project: Project, resource: Resource, function: ServerlessFunction, module: str) -> str | None:
    """The file of a handler: in the folder that the resource names, else the only one of that name."""
    folder = dirname(resource.section.path)
    code = resource.section.find(*function.code) or _shared(project, resource, function.shared_code) if function.code else None
    named = code.raw if code is not None and not is_open_ended(code) else "."
    exact = normpath(f"{folder}/{named}/{module}.py").lstrip("/")
    if exact in project.python:
        return exact
    found = [path for path in project.python if path.endswith(f"/{module}.py") or path == f"{module}.py"]
    return found[0] if len(found) == 1 else None
