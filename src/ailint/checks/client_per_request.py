"""Clients, models and indexes that are built again for each request or item."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.kept import made_once
from ailint.checks.repetition import LOOPS, Repetition
from ailint.facts import Literal, Outcome, Parameter, Ref, Related, Value, Verdict, satisfied, unknown, violated
from ailint.project.arguments import Given
from ailint.project.nesting import all_in
from ailint.project.things import CallRef, Opaque

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ailint.project import Project
    from ailint.project.sites import Site

WRAPPED = frozenset({"client", "async_client", "index", "collection", "connection"})
COSTLY = ("llm.client", "embed.client", "vector.client")
LOADED = ("model.load", "artifact.load")
MODEL_FILE = re.compile(r"\.(pkl|pickle|joblib|pt|pth|bin|ckpt|sav|onnx|faiss|index|keras|h5)$|model|index", re.IGNORECASE)
NO_OBJECT = re.compile(r"download|Config\b")
BRANCHES = frozenset({"if", "else", "case"})


def client_per_request(project: Project) -> Iterator[Verdict]:
    """A costly object is built once: at module level, in a cached function, or where the application starts; one finding for alternatives."""
    repetition = Repetition(project)
    alternatives: dict[object, list[Verdict]] = {}
    for site in costly(project):
        verdict = judged(project, site, repetition)
        if verdict.outcome is Outcome.VIOLATED and is_alternative(project, site):
            alternatives.setdefault((site.path, site.call.scope), []).append(verdict)
        else:
            yield verdict
    for first, *others in alternatives.values():
        related = (*first.related, *(Related(other.place, "so it is here, by another branch") for other in others))
        yield violated(first.place, first.message, related=related)


def costly(project: Project) -> Iterator[Site]:
    """Calls that build what is dear to build."""
    for site in project.calls(*COSTLY, *LOADED):
        if not site.is_constructor and site.role not in LOADED:
            continue
        if project.role(site.path) in {"test", "example", "notebook", "generated", "vendored"} or NO_OBJECT.search(site.thing.origin):
            continue
        if site.role == "vector.client" and (project.role(site.path) == "script" or site.meaning.storage == "memory" or wraps(site)):
            continue
        if site.role != "artifact.load" or is_model_file(project, site):
            yield site


def wraps(site: Site) -> bool:
    """Whether a store is made around a client that there is already, which is what would be dear to build."""
    given = {name for name, value in site.call.keywords if not (isinstance(value, Literal) and value.value is None)}
    return not WRAPPED.isdisjoint(given | set(site.meaning.positional[: len(site.call.args)]))


def is_alternative(project: Project, site: Site) -> bool:
    """Whether the call stands in one of several branches, of which one is taken, or in the `return` after them."""
    if site.facts.steps[site.call.step].kind == "return":
        return True
    return next(project.resolver.bindings(site.path).enclosing(site.call.block, BRANCHES), None) is not None


def judged(project: Project, site: Site, repetition: Repetition) -> Verdict:
    """The verdict on one construction."""
    name = site.thing.origin.rpartition(".")[2]
    why = reasons(project, site, repetition)
    if not why:
        return satisfied(site.place, "built where the application starts")
    if made_once(project.resolver.bindings(site.path), site.ref.index):
        return satisfied(site.place, "built on first use and kept", related=why)
    if of_the_item(project, site.ref) or handed_the_item(project, site):
        return unknown(site.place, "each item may need one of its own", related=why)
    key = project.written(site, "api_key")
    if key is not None and key.given is Given.CALL:
        value = project.given(site, "api_key")
        if value is not None and any(trace.kind == "untrusted" for trace in project.flow.sources(value, site.spot)):
            return satisfied(site.place, "built with the user's own key", related=why)
        if any(isinstance(thing, Opaque) for thing in key.things) or is_handed_in(site, value):
            return unknown(site.place, "the key is handed in: it may be the user's own", related=why)
    related = (*why, *repetition.other_callers(site.ref, why))
    return violated(site.place, f"`{name}` is built again each time: {why[-1].message}", related=related)


def is_handed_in(site: Site, value: Value | None) -> bool:
    """Whether a value is what the function was given, under that very name."""
    return isinstance(value, Ref) and any(parameter.name == value.name for parameter in site.scope.parameters)


def reasons(project: Project, site: Site, repetition: Repetition) -> tuple[Related, ...]:
    """Why the object is built again and again; empty where nothing shows it."""
    if site.call.scope == 0 and reruns(project, site.path):
        return (Related(site.place, "the script runs again from the top on each event"),)
    scope = site.scope
    if scope.name == "__init__" and scope.kind == "function":
        return built_with_owner(project, site, repetition)
    if scope.kind != "module" and repetition.cached(site.path, scope):
        return ()
    return repetition.of_call(site.ref)


def built_with_owner(project: Project, site: Site, repetition: Repetition) -> tuple[Related, ...]:
    """A client made by a constructor is made as often as the object is."""
    loop = repetition.loop(site.ref)
    if loop is not None:
        return ()
    for ref in project.resolver.callers(site.path, site.call.scope) or ():
        if project.role(ref.path) in {"test", "example", "eval", "notebook"} or of_the_item(project, ref):
            continue
        if made_once(project.resolver.bindings(ref.path), ref.index):
            continue
        why = repetition.of_call(ref) if project.resolver.call(ref).scope else ()
        if why:
            return (Related(project.flow.call_place(ref), "its owner is built here"), *why)
    return ()


def reruns(project: Project, path: str) -> bool:
    """Whether the file is a script that its user interface runs from the top: it reads its input inline."""
    return any(site.path == path and site.call.scope == 0 and not site.is_constructor for site in project.calls("ui.input", "ui.chat"))


def of_the_item(project: Project, ref: CallRef) -> bool:
    """Whether what the loop goes over decides how the object is made, so that one cannot serve all."""
    bindings = project.resolver.bindings(ref.path)
    call = project.resolver.call(ref)
    targets = [block.target for block in bindings.enclosing(call.block, LOOPS) if block.target is not None]
    names = set(names_in(targets))
    return bool(names & set(names_in([*call.args, *(value for _, value in call.keywords), *call.spreads])))


def handed_the_item(project: Project, site: Site) -> bool:
    """Whether every loop that calls the function hands it what decides how the object is made."""
    deciding = set(names_in([*site.call.args, *(value for _, value in site.call.keywords), *site.call.spreads]))
    parameters = [parameter for parameter in site.scope.parameters if parameter.name in deciding]
    callers = project.resolver.callers(site.path, site.call.scope) or ()
    return bool(callers) and all(any(hands_item(project, ref, site, parameter) for parameter in parameters) for ref in callers)


def hands_item(project: Project, ref: CallRef, site: Site, parameter: Parameter) -> bool:
    """Whether a call hands over, for a parameter, what a loop around it goes over."""
    value = project.resolver.handed(ref, site.scope, parameter)
    bindings = project.resolver.bindings(ref.path)
    targets = [block.target for block in bindings.enclosing(project.resolver.call(ref).block, LOOPS) if block.target is not None]
    return value is not None and bool(set(names_in(targets)) & set(names_in([value])))


def names_in(values: Iterable[Value]) -> Iterator[str]:
    """Names of variables that the values mention."""
    for value in values:
        yield from (part.name.partition(".")[0] for part in all_in(value) if isinstance(part, Ref))


def is_model_file(project: Project, site: Site) -> bool:
    """Whether what is read from disk is a model or an index, by its name or by what comes of it."""
    if any(meaning.role == "vector.client" for meaning in project.knowledge.meanings(site.meaning.returns)):
        return True
    path = project.given(site, "path")
    return path is not None and bool(MODEL_FILE.search(project.texts.flat(path, site.spot)))
