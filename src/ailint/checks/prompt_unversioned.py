"""Prompts written where the business logic is, without a version."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from pathspec import GitIgnoreSpec

from ailint.checks.prompt_files import users_of
from ailint.checks.tryouts import tries_out
from ailint.facts import CallResult, Literal, Mapping, Place, Ref, Related, Span, Verdict, satisfied, violated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.project import Project
    from ailint.project.prompts import Prompt

PROMPT_FOLDER = re.compile(r"^(\w*_)?(prompts?|instructions|prompt_templates?)$")
PROMPT_MODULE = re.compile(
    r"^(\w*_)?(prompts?|prompting)$|^(\w*_)?prompt_(templates?|library|texts?|constants?|store|registry)$|^instructions$|^system_prompts?\w*$"
)
EXAMPLES = re.compile(r"(?:^|_)(?:examples?|few_?shots?|shots?|icl|samples?|demonstrations?)(?:_|$)")
TOP = Span(1, 0, 1, 0)
NEAR = 3  # lines
SHORT_LINE = 120  # characters: sentences on one such line are a remark
VERSION = re.compile(r"version|revision", re.IGNORECASE)
BUSINESS = ("llm.chat", "agent.run", "agent.define", "route", "tool.def", "ui.chat", "ui.input")


def prompt_unversioned(project: Project, *, statements: int = 3, characters: int = 300) -> Iterator[Verdict]:
    """A prompt of `statements` lines or sentences, or of `characters` of fixed text, stands in a prompt module or file, or beside a version."""
    yield from in_files(project)
    busy = {site.path for site in project.calls(*BUSINESS)}
    loose: list[list[Prompt]] = []
    for prompt in project.prompts:
        if not is_instruction(prompt, statements, characters) or is_example(project, prompt) or tries_out(project, prompt.spot):
            continue
        kept = where_it_is_kept(project, prompt, busy)
        if kept:
            yield satisfied(prompt.place, kept, related=used_at(prompt))
        else:
            put_together(loose, prompt)
    yield from (judged(parts, statements) for parts in loose)


def in_files(project: Project) -> Iterator[Verdict]:
    """Files of prompts that the application loads."""
    for path in project.files:
        users = users_of(project, path)
        if users:
            loading = tuple(Related(Place(user, TOP), "names the file") for user in users)
            yield satisfied(Place(path, TOP), "The prompt has a file of its own", related=loading)


def put_together(found: list[list[Prompt]], prompt: Prompt) -> None:
    """Put a text to the other parts of its prompt: texts of one function that reach the model at the same place."""
    for parts in found:
        first = parts[0]
        if first.place.path == prompt.place.path and first.spot.scope == prompt.spot.scope != 0 and set(first.uses) & set(prompt.uses):
            parts.append(prompt)
            return
    found.append([prompt])


def judged(parts: list[Prompt], statements: int) -> Verdict:
    """The verdict on a prompt that nothing identifies, at the first of its parts."""
    prompt, *others = parts
    size = f"{prompt.statements} statements" if prompt.statements >= statements else f"{len(prompt.fixed)} characters"
    where = f"inside `{prompt.place.symbol}`" if prompt.place.symbol else "in a module that also runs the application"
    related = (*used_at(prompt), *(Related(other.place, "part of the same instructions") for other in others))
    return violated(prompt.place, f"Instructions for the model ({size}) are written {where}, and nothing tells their version", related=related)


def used_at(prompt: Prompt) -> tuple[Related, ...]:
    """Where a prompt reaches a model, as related places."""
    return tuple(Related(place, "reaches a model here") for place in prompt.uses if place != prompt.place)


def is_instruction(prompt: Prompt, statements: int, characters: int) -> bool:
    """Whether a prompt is long enough, and says enough, to be worth a version."""
    if prompt.roles == {"assistant"} or not prompt.instructs:
        return False
    fixed = prompt.fixed.replace("\x00", "").strip()
    if "\n" not in fixed and len(fixed) < SHORT_LINE:
        return False
    one_sentence = prompt.statements <= 1
    return prompt.statements >= statements or (len(fixed) > characters and not one_sentence)


def is_example(project: Project, prompt: Prompt) -> bool:
    """Whether a text is data that shows the model what answers look like, by the name it is bound to."""
    steps = project.python[prompt.place.path].steps
    target = steps[prompt.spot.at].target if prompt.spot.at < len(steps) else None
    return isinstance(target, Ref) and bool(EXAMPLES.search(target.name.rpartition(".")[2].lower()))


def where_it_is_kept(project: Project, prompt: Prompt, busy: set[str]) -> str:
    """What identifies the prompt's version, in words, or nothing."""
    path = prompt.place.path
    if is_prompt_path(project, path):
        return "The prompt has a module of its own"
    if versioned(project, prompt):
        return "A version stands beside the prompt"
    if from_registry(project, prompt):
        return "The prompt is the fallback of one that comes from a registry"
    scope = project.python[path].scopes[prompt.spot.scope]
    if scope.kind == "module" and path not in busy and path not in prompt.handed_in:
        return "The module holds prompts and no business logic"
    return ""


def is_prompt_path(project: Project, path: str) -> bool:
    """Whether a file is kept for prompts: by its name, its folders, or the configuration."""
    pure = PurePosixPath(path)
    if any(PROMPT_FOLDER.match(part.lower()) for part in pure.parent.parts) or PROMPT_MODULE.match(pure.stem.lower()):
        return True
    return GitIgnoreSpec.from_lines(project.config.paths.prompts).match_file(path)


def versioned(project: Project, prompt: Prompt) -> bool:
    """A version argument, key or constant stands with the text."""
    facts = project.python[prompt.place.path]
    for step in facts.steps:
        if step.scope == prompt.spot.scope and step.kind == "bind" and isinstance(step.target, Ref) and VERSION.search(step.target.name):
            span = prompt.place.span
            near = any(abs(step.span.line - line) <= NEAR for line in (span.line, span.end_line))
            if near or "prompt" in step.target.name.lower():
                return True
    return any(VERSION.search(name) for name in neighbours(project, prompt))


def neighbours(project: Project, prompt: Prompt) -> Iterator[str]:
    """Names of the arguments or keys given together with the text: `Prompt(text=…, version="3")`."""
    step = project.python[prompt.place.path].steps[prompt.spot.at] if prompt.spot.at < len(project.python[prompt.place.path].steps) else None
    value = step.value if step is not None else None
    if isinstance(value, CallResult):
        yield from (name for name, _ in project.python[prompt.place.path].calls[value.call].keywords)
    elif isinstance(value, Mapping):
        yield from (str(key.value) for key, _ in value.entries if isinstance(key, Literal))


def from_registry(project: Project, prompt: Prompt) -> bool:
    """The function that holds or receives the text also takes prompts from a registry."""
    loads = (site for site in project.calls("prompt.load") if site.path == prompt.place.path)
    return any(prompt.spot.scope in {0, site.call.scope} for site in loads)
