"""Clients, models and indexes that are built again for each request or item."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ailint.checks.repetition import LOOPS, Repetition
from ailint.facts import Literal, Operation, Ref, Related, Value, Verdict, satisfied, unknown, violated
from ailint.project import Project
from ailint.project.arguments import Given
from ailint.project.bindings import Bindings
from ailint.project.prompts import nested
from ailint.project.sites import Site
from ailint.project.things import CallRef, Opaque, Spot

COSTLY = ("llm.client", "embed.client", "vector.client")
LOADED = ("model.load", "artifact.load")
MODEL_FILE = re.compile(r"\.(pkl|pickle|joblib|pt|pth|bin|ckpt|sav|onnx|faiss|index|keras|h5)$|model|index", re.IGNORECASE)
NOWHERE = Spot("", 0, 0, 0)
GUARDED = frozenset({"if"})


def client_per_request(project: Project) -> Iterator[Verdict]:
    """A costly object is built once: at module level, in a cached function, or where the application starts."""
    repetition = Repetition(project)
    for site in project.calls(*COSTLY, *LOADED):
        if not site.is_constructor and site.role not in LOADED:
            continue
        if project.role(site.path) in {"test", "example", "notebook", "generated", "vendored"}:
            continue
        if site.role == "vector.client" and project.role(site.path) == "script":
            continue
        if site.role == "artifact.load" and not is_model_file(project, site):
            continue
        yield judged(project, site, repetition)


def judged(project: Project, site: Site, repetition: Repetition) -> Verdict:
    bindings = project.resolver.bindings(site.path)
    name = site.thing.origin.rpartition(".")[2]
    why = reasons(project, site, repetition)
    if not why:
        return satisfied(site.place, "built where the application starts")
    if made_once(bindings, site):
        return satisfied(site.place, "built on first use and kept", related=why)
    if of_the_item(project, site.ref):
        return unknown(site.place, "each item may need one of its own", related=why)
    key = project.written(site, "api_key")
    if key is not None and key.given is Given.CALL:
        value = project.given(site, "api_key")
        if value is not None and any(trace.kind == "untrusted" for trace in project.flow.sources(value, site.spot)):
            return satisfied(site.place, "built with the user's own key", related=why)
        if any(isinstance(thing, Opaque) for thing in key.things):
            return unknown(site.place, "the key is handed in: it may be the user's own", related=why)
    return violated(site.place, f"`{name}` is built again each time: {why[-1].message}", related=why)


def reasons(project: Project, site: Site, repetition: Repetition) -> tuple[Related, ...]:
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
        if project.role(ref.path) in {"test", "example", "eval", "notebook"} or kept(project, ref) or of_the_item(project, ref):
            continue
        why = repetition.of_call(ref) if project.resolver.call(ref).scope else ()
        if why:
            return (Related(project.flow.call_place(ref), "its owner is built here"), *why)
    return ()


def kept(project: Project, ref: CallRef) -> bool:
    """Whether the owner itself is put into an attribute, a global or a cache rather than dropped after use."""
    bindings = project.resolver.bindings(ref.path)
    scope = bindings.facts.scopes[project.resolver.call(ref).scope]
    return scope.name in {"__init__", "lifespan", "startup"} or stored(bindings, ref.index)


def reruns(project: Project, path: str) -> bool:
    """Whether the file is a script that its user interface runs from the top: it reads its input inline."""
    return any(site.path == path and site.call.scope == 0 and not site.is_constructor for site in project.calls("ui.input", "ui.chat"))


def made_once(bindings: Bindings, site: Site) -> bool:
    """Whether the object is made only where none is there yet, or put where it stays."""
    if any(asks_for_none(block.value) for block in bindings.enclosing(site.call.block, GUARDED)):
        return True
    if site.scope.name == "__init__":
        return False
    return stored(bindings, site.ref.index) or site.scope.name in {"lifespan", "startup", "main"}


def asks_for_none(test: Value | None) -> bool:
    """Whether a condition holds only while there is no object yet: `x is None`, `not x`, `key not in cache`."""
    match test:
        case Operation(operator="is" | "not" | "not in" | "=="):
            return test.operator != "==" or any(isinstance(part, Literal) and part.value is None for part in test.operands)
        case Operation(operator="and", operands=parts):
            return any(asks_for_none(part) for part in parts)
        case _:
            return False


def of_the_item(project: Project, ref: CallRef) -> bool:
    """Whether what the loop goes over decides how the object is made, so that one cannot serve all."""
    bindings = project.resolver.bindings(ref.path)
    call = project.resolver.call(ref)
    targets = [block.target for block in bindings.enclosing(call.block, LOOPS) if block.target is not None]
    names = set(names_in(targets))
    return bool(names & set(names_in([*call.args, *(value for _, value in call.keywords)])))


def names_in(values: Iterable[Value]) -> Iterator[str]:
    """Names of variables that the values mention."""
    for value in values:
        yield from (part.name.partition(".")[0] for part, _ in nested(value, NOWHERE) if isinstance(part, Ref))


def is_model_file(project: Project, site: Site) -> bool:
    """Whether what is read from disk is a model or an index, by its name or by what comes of it."""
    if any(meaning.role == "vector.client" for meaning in project.knowledge.meanings(site.meaning.returns)):
        return True
    path = project.given(site, "path")
    return path is not None and bool(MODEL_FILE.search(project.texts.flat(path, site.spot)))


def stored(bindings: Bindings, call: int) -> bool:
    """Whether a call's result goes into an attribute, an item of a container, or a global."""
    made = bindings.facts.calls[call]
    for step in bindings.facts.steps[made.step : made.step + 2]:
        if step.kind == "bind" and step.scope == made.scope and step.target is not None:
            if not isinstance(step.target, Ref):
                return True
            return "." in step.target.name or (step.scope, step.target.name) in bindings.globals
    return False
