"""Agents whose permission checks are switched off: on command lines, in steps of pipelines, in settings and in code."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ailint.checks.merging import one_a_line
from ailint.checks.pipeline_secrets import model_keys, secrets_in
from ailint.checks.values import by_name
from ailint.facts import Literal, Place, Value, Verdict, satisfied, violated
from ailint.knowledge.agents import Agents, Switch, load_agents
from ailint.project.commands import command_lines
from ailint.project.mcp import mcp_servers
from ailint.project.pipelines import Step, steps
from ailint.project.sections import Section, documents
from ailint.project.things import CallRef, Data

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as Table

    from ailint.facts import FileFacts, Setting
    from ailint.project import Project
    from ailint.project.things import Spot

BOXED = re.compile(r"(?:^|/)\.devcontainer/|(?:^|/)devcontainer\.json$")
SETTINGS = frozenset({"yaml", "json", "toml", "prompt"})
OWN_TOKEN = "GITHUB_TOKEN"  # noqa: S105 -- the name of a variable


def agent_permission_bypass(project: Project) -> Iterator[Verdict]:
    """No agent acts without asking, but where it can reach nothing."""
    agents = load_agents()
    yield from one_a_line(
        (
            *_on_command_lines(project, agents),
            *_in_steps(project, agents),
            *_in_settings(project, agents),
            *_in_servers(project, agents),
            *_in_code(project, agents),
        )
    )


def _off(what: str) -> str:
    return f"`{what}` lets the agent do whatever it or its input comes up with, unasked"


# command lines and pipelines


def _on_command_lines(project: Project, agents: Agents) -> Iterator[Verdict]:
    """What scripts, images and task files start."""
    for path, file in project.files.items():
        if file.format != "workflow":
            for command in file.commands:
                yield from _started(
                    command.text, Place(path, command.span), agents, harmless="it runs in a container made for that" if BOXED.search(path) else ""
                )


def _started(text: str, place: Place, agents: Agents, *, harmless: str) -> Iterator[Verdict]:
    """The verdict on a command that starts an agent."""
    for words in command_lines(text):
        program = agents.program(words)
        bypass = program.bypass(words[1:]) if program is not None else ""
        bypass = bypass or next((word for word in words if word in agents.table.telling), "")
        if bypass:
            yield satisfied(place, harmless) if harmless else violated(place, _off(bypass))
        elif program is not None and program.flags and len(words) > 1:
            yield satisfied(place, f"`{program.name}` keeps its checks")


def _in_steps(project: Project, agents: Agents) -> Iterator[Verdict]:
    """What pipelines run, and what they hand to ready-made steps."""
    keys = model_keys()
    for step in steps(project):
        harmless = _powerless(step, keys)
        for command in step.commands:
            yield from _started(command.text, Place(step.path, command.span), agents, harmless=harmless)
        action = agents.action(step.uses.name) if step.uses else None
        if action is not None and action.acts:
            yield from _handed(step, action.unsafe, agents, harmless)


def _handed(step: Step, unsafe: Table[str, list[str]], agents: Agents, harmless: str) -> Iterator[Verdict]:
    inputs = step.section.below("with")
    for setting in inputs.settings:
        named = setting.raw.strip() in unsafe.get(setting.key[-1], ())
        bypass = f"{setting.key[-1]}: {setting.raw.strip()}" if named else next((flag for flag in agents.table.telling if flag in setting.raw), "")
        if bypass:
            place = Place(step.path, setting.span)
            yield satisfied(place, harmless) if harmless else violated(place, _off(bypass))


def _powerless(step: Step, keys: frozenset[str]) -> str:
    """Why a step can do no harm: its token only reads, and it holds no secret but the model's key."""
    permissions = step.permissions()
    if permissions is None or any(access.startswith("write") for access in permissions.values()):
        return ""
    held = {name for part in (step.section, step.job.below("env"), step.file.below("env")) for name in secrets_in(part)}
    return "" if held - keys - {OWN_TOKEN} else "its token can only read, and it holds no other secret"


# settings


def _in_settings(project: Project, agents: Agents) -> Iterator[Verdict]:
    for file in project.files.values():
        if file.format in SETTINGS:
            for section in documents(file):
                for switch in agents.table.settings:
                    yield from _switched(section, switch, file)


def _switched(section: Section, switch: Switch, file: FileFacts) -> Iterator[Verdict]:
    for setting in section.settings:
        if setting.key[-len(switch.key) :] == switch.key and _is_off(setting, switch):
            beside = section.below(*setting.key[len(section.key) : -1])
            if not any(beside.below(name) for name in switch.unless) and not BOXED.search(file.path):
                yield violated(Place(file.path, setting.span), _off(f"{'.'.join(switch.key)}: {setting.raw}"))


def _is_off(setting: Setting, switch: Switch) -> bool:
    return str(setting.raw).lower() in [value.lower() for value in switch.values]


def _in_servers(project: Project, agents: Agents) -> Iterator[Verdict]:
    """MCP servers whose tools all run unasked."""
    for server in mcp_servers(project):
        for switch in agents.table.servers:
            for setting in server.section.below(*switch.key).settings:
                if _is_off(setting, switch):
                    words = f"`{'.'.join(switch.key)}: {setting.raw}` lets every tool of the server `{server.name}` run unasked"
                    yield violated(Place(server.place.path, setting.span), words)


# code


def _in_code(project: Project, agents: Agents) -> Iterator[Verdict]:
    """Arguments and dictionaries of Python, and command lines that it starts."""
    for path in project.vocabulary.files_with({*agents.table.telling, *(argument.name for argument in agents.table.arguments)}):
        for index, call in enumerate(project.python[path].calls):
            spot = project.resolver.spot(CallRef(path, index))
            yield from _given(dict(call.keywords), Place(path, call.span), spot, project, agents)
        for value, spot in project.resolver.bindings(path).mappings:
            yield from _given(by_name(value), Place(path, value.span), spot, project, agents)
        for written, text, _ in project.resolver.bindings(path).texts:
            if text in agents.table.telling and written.span is not None:
                yield violated(Place(path, written.span), _off(text))


def _given(values: Table[str, Value], place: Place, spot: Spot, project: Project, agents: Agents) -> Iterator[Verdict]:
    for argument in agents.table.arguments:
        if argument.name in values and not any(name in values for name in argument.unless):
            things = project.things(values[argument.name], spot)
            found = [thing.value.value for thing in things if isinstance(thing, Data) and isinstance(thing.value, Literal)]
            if found and len(found) == len(tuple(things)) and all(str(value) in argument.values for value in found):
                yield violated(place, _off(f"{argument.name}={found[0]!r}"))
