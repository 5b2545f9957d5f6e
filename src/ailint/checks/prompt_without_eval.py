"""Prompts that no test and no evaluation comes to."""

from __future__ import annotations

from posixpath import basename
from typing import TYPE_CHECKING, NamedTuple

from ailint.checks.exercised import Exercised
from ailint.checks.prompt_files import naming, users_of
from ailint.checks.prompt_unversioned import is_example, is_instruction
from ailint.checks.values import parts_of
from ailint.facts import Place, Ref, Related, Span, Verdict, satisfied, unknown, violated
from ailint.project.bindings import tail
from ailint.project.evaluation import unread_evaluations
from ailint.project.evidence import DECLARED, RUNNING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Call
    from ailint.project import Project
    from ailint.project.evidence import Evidence
    from ailint.project.profile import SubProject
    from ailint.project.prompts import Prompt

TOP = Span(1, 0, 1, 0)
MOST_RELATED = 6
OVER_THE_NETWORK = ("http.request", "test.client")
AFAR = ("http:", "https:", "exec:", "python:")


class Asked(NamedTuple):
    """Something the model is asked with: where it stands, what it is, and the functions that use it. `name`: of the constant or file."""

    place: Place
    what: str
    scopes: frozenset[tuple[str, int]]
    name: str


def prompt_without_eval(project: Project, *, statements: int = 3, characters: int = 300) -> Iterator[Verdict]:
    """Each prompt of an application is rendered or run by a test or an evaluation; where it has none of its own, each model call is."""
    for subproject in project.subprojects:
        asked = [*prompts(project, subproject, statements, characters), *prompt_files(project, subproject)] or list(calls(project, subproject))
        if asked:
            yield judged(project, subproject, asked)


def judged(project: Project, subproject: SubProject, asked: list[Asked]) -> Verdict:
    """The verdict on a sub-project's prompts."""
    place, proofs = project.manifest(subproject), project.evidence("evaluation", subproject)
    exercised = Exercised(project, frozenset(named_in(project, proofs)))
    missed = [one for one in asked if not reached(project, exercised, one, proofs)]
    if not missed:
        tried = tuple(Related(one.place, f"{one.what} that is tried") for one in asked[:MOST_RELATED])
        return satisfied(place, f"Tests and evaluations reach {counted(asked)}", related=tried, subproject=subproject.path)
    doubt = doubtful(project, subproject, exercised, proofs)
    related = tuple(Related(one.place, f"{one.what} that nothing tries") for one in missed[:MOST_RELATED])
    if doubt:
        return unknown(place, doubt, related=related, subproject=subproject.path)
    return violated(place, f"{lack(asked, missed)}. {searched(exercised)}", related=related, subproject=subproject.path)


def lack(asked: list[Asked], missed: list[Asked]) -> str:
    """What is missing, in words."""
    if len(missed) == len(asked):
        return f"No test and no evaluation reaches {counted(asked)}"
    return f"No test and no evaluation reaches {len(missed)} of {counted(asked)}"


def counted(asked: list[Asked]) -> str:
    """How many there are of what."""
    noun = "prompt" if any(one.name for one in asked) else "model call"
    return f"the {noun} of this application" if len(asked) == 1 else f"the {len(asked)} {noun}s of this application"


def searched(exercised: Exercised) -> str:
    """What was looked through."""
    files, mocked = len(exercised.files), len(exercised.mocked)
    if not files:
        return "There are no test and no evaluation files"
    replaced = f", {mocked} of which put something in the model's place" if mocked else ""
    return f"Followed the calls of {files} test and evaluation file{'s' if files > 1 else ''}{replaced}"


# what the model is asked with


def prompts(project: Project, subproject: SubProject, statements: int, characters: int) -> Iterator[Asked]:
    """The instructions in what runs in production."""
    scopes = {(path, scope.symbol): index for path, facts in project.python.items() for index, scope in enumerate(facts.scopes)}
    for prompt in project.prompts:
        path = prompt.place.path
        mine = project.role(path) in RUNNING and project.subproject_of(path).path == subproject.path
        if mine and is_instruction(prompt, statements, characters) and not is_example(project, prompt):
            name = constant(project, prompt)
            uses = handing(project, prompt, name) or {(use.path, scopes.get((use.path, use.symbol), 0)) for use in prompt.uses}
            own = {(path, prompt.spot.scope)} if prompt.spot.scope else set()
            yield Asked(prompt.place, "a prompt", frozenset(uses | own), name or "a text")


def handing(project: Project, prompt: Prompt, name: str) -> set[tuple[str, int]]:
    """The functions that hand a prompt to one that asks with whatever it is given."""
    return {(path, call.scope) for path in prompt.handed_in for call in project.python[path].calls if name and takes(call, name)}


def takes(call: Call, name: str) -> bool:
    """Whether a call is given something of a name."""
    values = (part for value in (*call.args, *(value for _, value in call.keywords)) for part in parts_of(value))
    return any(isinstance(value, Ref) and tail(value) == name for value in values)


def constant(project: Project, prompt: Prompt) -> str:
    """The name that the module gives to a prompt."""
    steps = project.python[prompt.place.path].steps
    kept = (step.target for step in steps if step.kind == "bind" and step.value == prompt.value and isinstance(step.target, Ref))
    return next((tail(target) for target in kept), "")


def prompt_files(project: Project, subproject: SubProject) -> Iterator[Asked]:
    """Files of prompts that the code of the application names."""
    for path in subproject.files:
        users = users_of(project, path)
        if users:
            scopes = frozenset(scope for user in users for scope in mentioning(project, user, basename(path)))
            yield Asked(Place(path, TOP), "a prompt", scopes, basename(path))


def mentioning(project: Project, path: str, name: str) -> set[tuple[str, int]]:
    """The functions of a module that name a file; all of a class that does, all of the module where it does so itself."""
    scopes = project.python[path].scopes
    found = {spot.scope for _, text, spot in project.resolver.bindings(path).texts if name in text} or {0}
    within = {index for index, scope in enumerate(scopes) if scope.parent in found and scopes[scope.parent].kind != "function"}
    return {(path, scope) for scope in (range(len(scopes)) if 0 in found else found | within) if scope}


def calls(project: Project, subproject: SubProject) -> Iterator[Asked]:
    """Model calls and agents in what runs in production."""
    for site in project.calls("llm.chat", "agent.run", "agent.define"):
        if project.role(site.path) in RUNNING and project.subproject_of(site.path).path == subproject.path:
            yield Asked(site.place, "a model call", frozenset({(site.path, site.call.scope)}), "")


# what comes to it


def reached(project: Project, exercised: Exercised, one: Asked, proofs: tuple[Evidence, ...]) -> bool:
    """Whether a test or an evaluation comes to it: runs what uses it, or names it."""
    if one.scopes & exercised.scopes:
        return True
    if one.place.path in project.python:
        return bool(one.name) and exercised.takes(one.place.path, one.name)
    named = any(one.name in text for text in configured(project, proofs))
    return named or any(path in exercised.files for path in naming(project, one.place.path))


def configured(project: Project, proofs: tuple[Evidence, ...]) -> list[str]:
    """The texts in the configuration of evaluations."""
    files = (project.files[path] for path in dict.fromkeys(proof.path for proof in proofs) if path in project.files)
    return [str(setting.value) for file in files for setting in file.settings if isinstance(setting.value, str)]


def named_in(project: Project, proofs: tuple[Evidence, ...]) -> Iterator[str]:
    """Python files that an evaluation consists of, or that its configuration names."""
    yield from (proof.path for proof in proofs if proof.path in project.python)
    for text in configured(project, proofs):
        name = text.removeprefix("file://").removeprefix("python:").removeprefix("./").partition(":")[0]
        if name.endswith(".py"):
            yield from (path for path in project.python if path == name or path.endswith(f"/{name}"))


def doubtful(project: Project, subproject: SubProject, exercised: Exercised, proofs: tuple[Evidence, ...]) -> str:
    """Why a test may reach a prompt all the same."""
    declared = next((proof.what for proof in proofs if DECLARED in proof.what), "")
    if declared:
        return declared
    unread = unread_evaluations(project, subproject.files)
    if unread:
        return f"`{unread[0]}` may try the prompts, in a language that is not read"
    live = (path for path in exercised.files if path not in exercised.mocked)
    afar = next((path for path in live if any(project.calls_in(path, *OVER_THE_NETWORK))), "")
    if afar:
        return f"`{afar}` asks the application over the network, and may come to every prompt"
    remote = next((text for text in configured(project, proofs) if text.startswith(AFAR)), "")
    return f"an evaluation asks `{remote}`, and may come to every prompt" if remote else ""
