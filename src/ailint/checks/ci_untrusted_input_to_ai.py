"""Pipelines in which text from strangers reaches an AI step that may act."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ailint.checks.pipeline_secrets import model_keys, secrets_in
from ailint.facts import Place, Related, Severity, Verdict, satisfied, unknown, violated
from ailint.knowledge.agents import Action, Agents, Program, load_agents
from ailint.project.commands import command_lines
from ailint.project.pipelines import Step, steps, triggers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ailint.facts import Command
    from ailint.project import Project

# events that strangers cause and whose runs have the rights of the repository
STRANGERS = frozenset({"issues", "issue_comment", "pull_request_target", "discussion", "discussion_comment", "workflow_run"})
# of these, what only those with rights in the repository do
BY_MEMBERS = frozenset(
    {"labeled", "unlabeled", "assigned", "unassigned", "milestoned", "demilestoned", "pinned", "unpinned", "locked", "unlocked", "transferred"}
)
TEXT = re.compile(
    r"github\.(?:head_ref|event\.(?:issue|pull_request|comment|review|review_comment|discussion|head_commit|workflow_run\.head_commit|workflow_run\.display_title"
    r"|commits\[\d\]|changes)(?:\.(?:body|title|message|head\.ref|head\.label|user\.name))+|event\.workflow_run\.(?:head_branch|display_title))"
    r"|toJSON\(\s*github\.event(?:\.(?:issue|comment|pull_request|discussion))?\s*\)",
    re.IGNORECASE,
)
FETCHES = re.compile(r"\bgh\s+(?:issue|pr)\s+(?:view|diff|list)\b|\bgh\s+api\s+\S*(?:issues|pulls|comments)|\$\{?GITHUB_EVENT_PATH\b")
OUTPUT = re.compile(r"\b(?:steps|needs)\.([\w-]+)\.outputs\b")
GATE = re.compile(
    r"author_association|github\.(?:actor|triggering_actor|event\.sender\.login|event\.\w+\.user\.login)\s*(?:==|\))|,\s*github\.(?:actor|triggering_actor)\b"
    r"|github\.event\.label\.name\s*==|head\.repo\.(?:full_name\s*==|fork\s*==\s*false)",
    re.IGNORECASE,
)
CHECKED = re.compile(
    r"collaborators?/|getCollaboratorPermissionLevel|author_association|permission-level|check-(?:team|user|permission|actor)", re.IGNORECASE
)
WRITES = re.compile(r"\bgit\s+push\b|\bgh\s+(?:(?:pr|issue)\s+(?:merge|edit|close|comment|create)|release|workflow\s+run)\b")
SAFE_WRITES = frozenset({"issues", "pull-requests", "discussions", "statuses", "checks"})
NO_POWER = frozenset({"models", "id-token", "attestations", "security-events"})


@dataclass(frozen=True, slots=True)
class AiStep:
    """A step in which a model answers. `acts`: the model has tools there."""

    step: Step
    command: Command
    what: str
    acts: bool
    action: Action | None = None


def ci_untrusted_input_to_ai(project: Project) -> Iterator[Verdict]:
    """Text that a stranger writes never reaches an AI step whose model, or whose output, may change something."""
    agents, keys = load_agents(), model_keys()
    every = steps(project)
    for step in every:
        found = _ai_step(step, agents)
        if found is not None and _by_strangers(project, step):
            job = [other for other in every if other.path == step.path and other.job.key == step.job.key]
            source = _source(found, job)
            if source is not None:
                yield _judged(found, job, source, keys)


def _ai_step(step: Step, agents: Agents) -> AiStep | None:
    action = agents.action(step.uses.name) if step.uses else None
    if action is not None:
        return AiStep(step, step.commands[0], action.name, action.acts, action)
    for command in step.commands:
        program = _program(command, agents)
        if program is not None:
            return AiStep(step, command, program.name, program.acts)
    return None


def _program(command: Command, agents: Agents) -> Program | None:
    found = (agents.program(words) for words in command_lines(command.text) if len(words) > 1)
    return next((program for program in found if program is not None), None)


def _by_strangers(project: Project, step: Step) -> bool:
    """Whether somebody without rights in the repository starts it."""
    for trigger in triggers(project.files[step.path]):
        types = set(trigger.section.texts("types"))
        if trigger.event in STRANGERS and not (types and types <= BY_MEMBERS):
            return True
    return False


# where the text comes from


def _source(found: AiStep, job: list[Step]) -> Place | None:
    """Where a stranger's text is put into the step: by itself, by its variables, or by a step before it."""
    step = found.step
    own = (setting for setting in step.section.settings if TEXT.search(setting.raw) and "if" not in setting.key[-2:])
    if setting := next(own, None):
        return Place(step.path, setting.span)
    texts = "\n".join(command.text for command in step.commands)
    for name, value in step.environment.items():
        if TEXT.search(value) and re.search(rf"\b{re.escape(name)}\b", texts):
            return Place(step.path, found.command.span)
    if FETCHES.search(texts):
        return Place(step.path, found.command.span)
    return _from_before(step, job)


def _from_before(step: Step, job: list[Step]) -> Place | None:
    """The step before that hands over a stranger's text as its output."""
    used = {name for setting in step.section.settings for name in OUTPUT.findall(setting.raw)}
    for other in job[: job.index(step)]:
        if other.section.text("id") in used:
            carries = next((one for one in other.section.settings if TEXT.search(one.raw) or FETCHES.search(one.raw)), None)
            if carries is not None:
                return Place(other.path, carries.span)
    return None


# what it may do


def _judged(found: AiStep, job: list[Step], source: Place, keys: frozenset[str]) -> Verdict:
    step, place = found.step, Place(found.step.path, found.command.span)
    related = (Related(source, "a stranger's text"),) if source.span != place.span else ()
    if _is_gated(found, job):
        return satisfied(place, "only people with rights in the repository start it")
    if pasted := _pasted(step, job):
        words = f"What `{found.what}` answers to a stranger's text is pasted into a command, where the shell runs it"
        return violated(place, words, related=(*related, Related(pasted, "its answer as part of a command")))
    if not found.acts:
        return satisfied(place, "its model has no tools, and its answer is not run")
    return _by_power(found, job, place, related, keys)


def _by_power(found: AiStep, job: list[Step], place: Place, related: tuple[Related, ...], keys: frozenset[str]) -> Verdict:
    """The verdict by what the job's token and secrets allow."""
    step = found.step
    own = {name for part in (step.section, step.job.below("env"), step.file.below("env")) for name in secrets_in(part)}
    others = sorted(own - keys - {"GITHUB_TOKEN"})
    permissions = step.permissions()
    may = None if permissions is None else {name for name, access in permissions.items() if access in {"write", "write-all"}} - NO_POWER
    words = f"Whoever writes to this repository tells `{found.what}` what to do, and it"
    if may and may - SAFE_WRITES:
        return violated(place, f"{words} may write to {_listed(may - SAFE_WRITES)}", related=related)
    if others:
        return violated(place, f"{words} holds the secret `{others[0]}`", related=related)
    if may:
        return violated(place, f"{words} may write to {_listed(may)}", related=related, severity=Severity.HIGH)
    if may is None and any(WRITES.search(command.text) for other in job for command in other.commands):
        return violated(place, f"{words} has a token that writes, as the job's commands show", related=related)
    if may is None:
        return unknown(place, "what the token may do is left to the repository's settings")
    return satisfied(place, "its token can only read, and it holds no other secret")


def _is_gated(found: AiStep, job: list[Step]) -> bool:
    step, action = found.step, found.action
    if action is not None and action.admits and not any(step.inputs.get(name) for name in action.admits):
        return True
    before = job[: job.index(step)]
    return any(GATE.search(text) for text in step.conditions) or any(
        CHECKED.search(setting.raw) for other in before for setting in other.section.settings
    )


def _pasted(step: Step, job: list[Step]) -> Place | None:
    """Where a later step of the job has the answer put into its commands."""
    name = step.section.text("id")
    for other in job[job.index(step) + 1 :] if name else ():
        for command in other.commands:
            if command.text and re.search(rf"\$\{{\{{[^}}]*\bsteps\.{re.escape(name)}\.outputs\b", command.text):
                return Place(other.path, command.span)
    return None


def _listed(names: set[str]) -> str:
    return "everything" if "*" in names else " and ".join(f"`{name}`" for name in sorted(names))
